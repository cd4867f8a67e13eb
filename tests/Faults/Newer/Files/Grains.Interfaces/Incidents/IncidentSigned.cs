namespace Tocsin.Incidents;

/// <summary>Somebody read the incident whole, and signed it.</summary>
public sealed record IncidentSigned : IncidentEvent;
