namespace Tocsin.Incidents;

/// <summary>The answer to a diversion, for the OpenAPI document: the cluster makes the text itself.</summary>
/// <param name="From">The incident that the unit was taken off.</param>
/// <param name="To">The incident that it is on now.</param>
internal sealed record DiversionAnswer(IncidentView From, IncidentView To);
