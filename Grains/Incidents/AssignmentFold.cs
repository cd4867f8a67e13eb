using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What an event does to a unit's assignment. An event for a unit that was never there changes nothing.</summary>
internal static class AssignmentFold
{
    /// <summary>A unit was assigned.</summary>
    public static IncidentState Add(IncidentState state, UnitAssigned happened, DateTimeOffset at) => HandleRule.Send(state, happened) with
    {
        Assignments = state.Assignments.Add(
            new AssignmentView(happened.UnitId, AssignmentStage.Assigned, at, null, null, null, null, null, happened.Station,
                state.Assignments.Length + 1)
            {
                DirectiveId = happened.DirectiveId,
            }),
        AssignedBy = AssignedBy(state).Add(happened.By),
    };

    /// <summary>It moved on; a late report fills its time in, and the stage stays.</summary>
    public static IncidentState Move(
        IncidentState state, UnitId unit, int? number, AssignmentStage stage, bool late, DateTimeOffset at) =>
        Change(state, unit, number, a => a.With(AssignmentTimes.TimeOf(stage), at) with { Stage = late ? a.Stage : stage });

    /// <summary>It is over.</summary>
    public static IncidentState End(IncidentState state, UnitId unit, AssignmentStage stage, DateTimeOffset at) =>
        Change(state, unit, null, a => a with { Stage = stage, ClearedAt = at });

    /// <summary>A time was put right or taken away.</summary>
    public static IncidentState Correct(IncidentState state, StageCorrected happened)
    {
        var corrected = Change(state, happened.UnitId, happened.Assignment, a => Corrected(a, happened));
        return happened.Stage == CorrectableStage.Feedback ? FeedbackFold.Correct(corrected, happened) : corrected;
    }

    /// <summary>The assignment after a correction.</summary>
    public static AssignmentView Corrected(AssignmentView assignment, StageCorrected happened)
    {
        var corrected = assignment.With(happened.Stage, happened.To);
        return corrected.Stage.IsActive() ? corrected with { Stage = corrected.Furthest() } : corrected;
    }

    // A process of an earlier version hands a state over without it.
    private static ImmutableArray<string?> AssignedBy(IncidentState state) => state.AssignedBy.Length == state.Assignments.Length
        ? state.AssignedBy
        : [.. state.AssignedBy, .. new string?[state.Assignments.Length - state.AssignedBy.Length]];

    private static IncidentState Change(IncidentState state, UnitId unit, int? number, Func<AssignmentView, AssignmentView> change) =>
        state.AssignmentOf(unit, number) is >= 0 and var place
            ? state with { Assignments = state.Assignments.SetItem(place, change(state.Assignments[place])) }
            : state;
}
