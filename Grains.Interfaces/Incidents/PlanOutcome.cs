using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What became of a response plan that was committed.</summary>
/// <param name="Assigned">Who was assigned by it.</param>
/// <param name="Replaced">Who could not be taken.</param>
/// <param name="Missing">What is still missing.</param>
public sealed record PlanOutcome(IReadOnlyList<UnitId> Assigned, IReadOnlyList<ReplacedUnit> Replaced, IReadOnlyList<PlanShortfall> Missing);

/// <summary>A unit of a response plan that could not be taken.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="By">Who goes instead; null: nobody of the next best was free.</param>
/// <param name="Code">Why it could not be taken.</param>
/// <param name="IncidentId">The incident that has it, when it is busy.</param>
public sealed record ReplacedUnit(UnitId UnitId, UnitId? By, UnitRefusalCode Code, IncidentId? IncidentId);
