using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>Assigns the units of a response plan, each or the next best instead, in one append.</summary>
internal static class Committing
{
    public static Decision Decide(IncidentState state, CommitPlan command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (command.Refusal is { } refusal)
            return Decision.Refuse(refusal);
        if (command.Places.FirstOrDefault(p => states.Unit(p.UnitId).Version == 0) is { } unknown)
            return Decision.Refuse(Refusals.UnknownReference("unitIds", $"There is no unit {unknown.UnitId}."));
        var taken = PlanTaking.Of(state.Id, command, states).Taken;
        var assigned = taken.OfType<UnitId>().Where(u => !PlanTaking.IsHere(u, state.Id, states)).ToList();
        List<ReplacedUnit> replaced =
        [
            .. command.Places.Zip(taken)
                .Where(p => p.First.UnitId != p.Second)
                .Select(p => Replaced(states.Unit(p.First.UnitId), p.Second)),
        ];
        var wanted = command.Places.Count + command.Missing.Count;
        if (wanted > 0 && taken.All(t => t is null))
            return Decision.Refuse(Refusals.UnitBusy([.. replaced.Select(r => new UnitRefusal(r.UnitId, r.Code, r.IncidentId))]));
        var at = context.When(command.OccurredAt);
        return Decision.Do([.. assigned.SelectMany(u => Assigning.Assign(state, states.Unit(u), at, context))]) with
        {
            Extra = TocsinJson.Write(new PlanOutcome(assigned, replaced, Missing(command, taken)))[1..^1],
        };
    }

    private static ReplacedUnit Replaced(UnitState unit, UnitId? by)
    {
        var refusal = Availability.Refusal(unit)!;
        return new ReplacedUnit(unit.Id, by, refusal.Code, refusal.IncidentId);
    }

    private static List<PlanShortfall> Missing(CommitPlan command, IReadOnlyList<UnitId?> taken) =>
    [
        .. command.Missing
            .Concat(command.Places.Zip(taken).Where(p => p.Second is null).Select(p => new PlanShortfall(p.First.Need, 1)))
            .GroupBy(s => s.Need, StringComparer.Ordinal)
            .Select(g => new PlanShortfall(g.Key, g.Sum(s => s.Count))),
    ];
}
