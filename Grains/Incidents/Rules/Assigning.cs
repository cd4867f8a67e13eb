using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>Assigns units 指派: every one or none (<c>all</c>), or those that are free (<c>any</c>).</summary>
internal static class Assigning
{
    public static Decision Decide(IncidentState state, AssignUnits command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (command.UnitIds.Count == 0)
            return Decision.Refuse(Refusals.Invalid("unitIds", "At least one unit is needed."));
        var units = command.UnitIds.Distinct().Select(states.Unit).ToList();
        if (units.Find(u => u.Version == 0) is { } unknown)
            return Decision.Refuse(Refusals.UnknownReference("unitIds", $"There is no unit {unknown.Id}."));
        if (units.Find(u => u.Retired) is { } retired)
            return Decision.Refuse(Refusals.Retired($"Unit {retired.Id} is retired.", "unitIds"));
        var refused = units.Select(Availability.Refusal).OfType<UnitRefusal>().ToList();
        if (refused.Count == units.Count || (command.Mode == AssignMode.All && refused.Count > 0))
            return Decision.Refuse(Refusals.UnitBusy(refused));
        var at = context.When(command.OccurredAt);
        var taken = units.Where(u => refused.TrueForAll(r => r.UnitId != u.Id));
        return Decision.Do([.. taken.SelectMany(u => Assign(state, u, at, context))]) with
        {
            Extra = command.Mode == AssignMode.Any ? $"\"refused\":{TocsinJson.Write<IReadOnlyList<UnitRefusal>>(refused)}" : null,
        };
    }

    /// <summary>The twin events of one assignment.</summary>
    public static DecidedEvent[] Assign(IncidentState state, UnitState unit, DateTimeOffset at, DecisionContext context) =>
    [
        new(state.Stream, new UnitAssigned(unit.Id, DivertedFrom: null, unit.Station) { By = context.Actor.Subject }, at),
        new(unit.Stream, new Assigned(state.Id, AssignmentStage.Assigned), at),
    ];
}
