using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>
/// Which assignment of a unit a report goes to (contract, section "A report names its assignment"): the one that it names; else the active
/// one, else the latest, unless the report happened before that was made. Then it goes to the newest one made at or before it, so that a
/// press kept on a phone never lands on an assignment that was made later. With one assignment only, a slow device is put right.
/// </summary>
internal static class AssignmentChoice
{
    /// <summary>The choice for a unit that has an assignment here.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="number">The number that the report names; null: none.</param>
    /// <param name="occurredAt">The reported time; null: now, and so it is about what holds now.</param>
    /// <param name="context">The facts.</param>
    public static ChosenAssignment Of(IncidentState state, UnitId unit, int? number, DateTimeOffset? occurredAt, DecisionContext context)
    {
        var at = context.When(occurredAt);
        if (number is { } named)
            return Named(state, unit, named) with { At = at };
        var place = state.AssignmentOf(unit);
        if (state.Assignments[place].AssignedAt is not { } assignedAt || at >= assignedAt)
            return new ChosenAssignment(place, at);

        // The clock of the silo that assigned the unit may be a little ahead of this one's.
        if (occurredAt is null)
            return new ChosenAssignment(place, assignedAt) { Adjusted = true };
        if (MadeBy(state, unit, at) is >= 0 and var earlier)
            return new ChosenAssignment(earlier, at);
        return state.Assignments.Count(a => a.UnitId == unit) == 1 && assignedAt - at <= context.DeviceTolerance
            ? new ChosenAssignment(place, assignedAt) { Adjusted = true }
            : new ChosenAssignment(place, at)
            {
                Refusal = Refusals.WrongStage(state.Assignments[place].Stage, "It happened before the unit was assigned."),
            };
    }

    /// <summary>The assignment that is named: one of this unit.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="number">Its number, counted from 1.</param>
    public static ChosenAssignment Named(IncidentState state, UnitId unit, int number) =>
        state.AssignmentOf(unit, number) is >= 0 and var place
        ? new ChosenAssignment(place, default)
        : new ChosenAssignment(-1, default)
        {
            Refusal = Refusals.UnknownReference("assignment", "The unit has no assignment with this number here."),
        };

    private static int MadeBy(IncidentState state, UnitId unit, DateTimeOffset at)
    {
        var place = state.Assignments.Length - 1;
        while (place >= 0 && !(state.Assignments[place].UnitId == unit && state.Assignments[place].AssignedAt <= at))
            place--;
        return place;
    }
}
