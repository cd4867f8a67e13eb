namespace Tocsin.Incidents;

/// <summary>What can be asked of an incident.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentCommand")]
public abstract record IncidentCommand;
