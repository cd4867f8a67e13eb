using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>The answer to a committed response plan, for the OpenAPI document: the cluster writes the JSON itself.</summary>
/// <param name="Incident">The incident as it is now.</param>
/// <param name="Assigned">The units that it assigned.</param>
/// <param name="Replaced">The units that were taken meanwhile, and who goes instead.</param>
/// <param name="Missing">The units that are still missing, by need.</param>
internal sealed record PlanAnswer(
    IncidentView Incident,
    IReadOnlyList<UnitId> Assigned,
    IReadOnlyList<ReplacedUnit> Replaced,
    IReadOnlyList<PlanShortfall> Missing);
