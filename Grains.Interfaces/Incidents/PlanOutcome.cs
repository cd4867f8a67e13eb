using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What became of a response plan that was committed.</summary>
/// <param name="Assigned">The units that were assigned by it.</param>
/// <param name="Replaced">The units that could not be taken, and who went instead.</param>
/// <param name="Missing">The needs that are still not filled.</param>
public sealed record PlanOutcome(
    IReadOnlyList<UnitId> Assigned,
    IReadOnlyList<ReplacedUnit> Replaced,
    IReadOnlyList<PlanShortfall> Missing);

/// <summary>A unit of a response plan that could not be taken.</summary>
/// <param name="UnitId">The unit that the plan named.</param>
/// <param name="By">The unit that went instead; null when none of the next best was free.</param>
/// <param name="Code">The reason why it could not be taken.</param>
/// <param name="IncidentId">The incident that has it; null unless it is busy.</param>
public sealed record ReplacedUnit(UnitId UnitId, UnitId? By, UnitRefusalCode Code, IncidentId? IncidentId);
