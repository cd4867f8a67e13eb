namespace Tocsin.Incidents;

/// <summary>The answer to a diversion, for the OpenAPI document: the cluster writes the JSON itself.</summary>
/// <param name="From">The incident from which the unit was taken.</param>
/// <param name="To">The incident to which it is assigned now.</param>
internal sealed record DiversionAnswer(IncidentView From, IncidentView To);
