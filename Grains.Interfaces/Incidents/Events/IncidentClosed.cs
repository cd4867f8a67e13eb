namespace Tocsin.Incidents;

/// <summary>It was closed 办结.</summary>
/// <param name="Disposition">How.</param>
/// <param name="Note">A note.</param>
public sealed record IncidentClosed(
    string Disposition,
    string? Note) : IncidentEvent;
