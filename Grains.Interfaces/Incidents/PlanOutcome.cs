using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What became of a response plan that was committed.</summary>
/// <param name="Assigned">Who was assigned by it.</param>
/// <param name="Replaced">Who could not be taken.</param>
/// <param name="Missing">What is still missing.</param>
public sealed record PlanOutcome(IReadOnlyList<UnitId> Assigned, IReadOnlyList<ReplacedUnit> Replaced, IReadOnlyList<PlanShortfall> Missing);
