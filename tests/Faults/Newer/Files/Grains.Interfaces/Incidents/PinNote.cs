namespace Tocsin.Incidents;

/// <summary>
/// Adds a note that stands at the top of the incident. A command of its own: of <see cref="AddNote"/> an older silo would pass over a new
/// member, and add a note that is not pinned.
/// </summary>
/// <param name="Text">The note, 1 to 4,000 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PinNote")]
public sealed record PinNote([property: Id(0)] string Text) : IncidentCommand;
