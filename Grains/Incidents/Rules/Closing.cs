using Tocsin.Deciding;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// Closes an incident 办结: whoever is on it is cleared at the closure's time, and the unit whose distress it was is in distress no more.
/// </summary>
internal static class Closing
{
    public static Decision Decide(IncidentState state, CloseIncident command, World world, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        var at = context.When(command.OccurredAt);
        return Decision.Do(
        [
            .. state.Assignments.Where(a => a.Stage.IsActive()).SelectMany(a => Clear(state, a, at)),
            .. EndPanic(state, world, at),
            new Happening(state.Stream, new IncidentClosed(command.Disposition, command.Note), at),
        ]);
    }

    private static Happening[] EndPanic(IncidentState state, World world, DateTimeOffset at) =>
        state.PanicUnitId is { } unit && world.Unit(unit).PanicIncidentId == state.Id
            ? [new(unit.Stream, new PanicEnded(state.Id), at)]
            : [];

    private static Happening[] Clear(IncidentState state, AssignmentView assignment, DateTimeOffset at) =>
    [
        new(state.Stream, new UnitCleared(assignment.UnitId, Note: null, ClearCause.Closure), at),
        new(assignment.UnitId.Stream, new Released(state.Id, AssignmentStage.Cleared), at),
    ];
}
