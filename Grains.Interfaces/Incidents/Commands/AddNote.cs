namespace Tocsin.Incidents;

/// <summary>Adds a note, also to a closed incident.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddNote")]
public sealed record AddNote([property: Id(0)] string Text) : IncidentCommand;
