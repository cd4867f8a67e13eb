namespace Tocsin.Incidents;

/// <summary>What happened to an incident. The name of the type is the event's kind.</summary>
public abstract record IncidentEvent;
