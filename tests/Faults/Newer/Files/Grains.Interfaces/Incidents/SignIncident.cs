namespace Tocsin.Incidents;

/// <summary>Signs an incident: somebody read it whole.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.SignIncident")]
public sealed record SignIncident : IncidentCommand;
