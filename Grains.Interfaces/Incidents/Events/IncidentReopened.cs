namespace Tocsin.Incidents;

/// <summary>It was opened again.</summary>
/// <param name="Reason">Why.</param>
public sealed record IncidentReopened(string Reason) : IncidentEvent;
