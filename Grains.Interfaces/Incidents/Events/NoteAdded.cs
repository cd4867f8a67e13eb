namespace Tocsin.Incidents;

/// <summary>Somebody noted something.</summary>
/// <param name="Text">The note.</param>
public sealed record NoteAdded(string Text) : IncidentEvent;
