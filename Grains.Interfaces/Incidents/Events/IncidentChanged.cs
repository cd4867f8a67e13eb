namespace Tocsin.Incidents;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did, with what they were.</param>
public sealed record IncidentChanged(IncidentChanges Changes) : IncidentEvent;
