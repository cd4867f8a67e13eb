using Tocsin.Deciding;
using Tocsin.Journal;
using Tocsin.Reports;

namespace Tocsin.Incidents;

/// <summary>The narrow rows of an incident and of its assignments.</summary>
internal static class IncidentRows
{
    /// <summary>Adds those in which the states differ.</summary>
    public static void Add(IncidentState before, IncidentState after, NarrowRows rows)
    {
        if (after.Version == 0)
            return;
        if (before.Version == 0 || !HasSameRow(before, after))
            rows.Incidents.Add(Row(after));
        for (var i = 0; i < after.Assignments.Length; i++)
        {
            if (i >= before.Assignments.Length || before.Assignments[i] != after.Assignments[i])
                rows.Responses.Add(Row(after, i));
        }
    }

    // All that the row is made of, without making it: most events change none of it.
    private static bool HasSameRow(IncidentState a, IncidentState b) =>
        IncidentListing.SameText(a, b)
        && a.ClosedAt == b.ClosedAt
        && a.Priority == b.Priority
        && a.Station == b.Station
        && a.Exercise == b.Exercise
        && a.ReceivedAt == b.ReceivedAt
        && a.AreaClass == b.AreaClass
        && ReferenceEquals(a.Timing, b.Timing)
        && (a.Assignments == b.Assignments
            || (HasSameFirst(a, b, CorrectableStage.Assigned) && HasSameFirst(a, b, CorrectableStage.OnScene)));

    private static bool HasSameFirst(IncidentState a, IncidentState b, CorrectableStage stage)
    {
        var (first, other) = (Earliest(a, stage), Earliest(b, stage));
        return first?.UnitId == other?.UnitId && first?.Station == other?.Station && first?.Time(stage) == other?.Time(stage);
    }

    private static IncidentRow Row(IncidentState state)
    {
        var assigned = Earliest(state, CorrectableStage.Assigned);
        var onScene = Earliest(state, CorrectableStage.OnScene);
        return new IncidentRow(
            state.Id,
            state.Number,
            !state.Closed,
            state.Category,
            (short)state.Priority,
            state.Station,
            state.Exercise,
            state.ReceivedAt,
            state.ClosedAt,
            assigned?.AssignedAt,
            assigned?.UnitId,
            assigned?.Station,
            onScene?.OnSceneAt,
            onScene?.UnitId,
            onScene?.Station,
            IncidentListing.PlainText(state))
        {
            Targets = state.Timing is { } policy ? ReportTargets.TextOf(policy, state.Priority, state.AreaClass) : null,
        };
    }

    private static ResponseRow Row(IncidentState state, int ordinal)
    {
        var a = state.Assignments[ordinal];
        return new ResponseRow(
            state.Id,
            ordinal,
            a.UnitId,
            a.Station,
            a.Stage.IsActive(),
            a.AssignedAt,
            a.AcknowledgedAt,
            a.EnRouteAt,
            a.OnSceneAt,
            a.FeedbackAt,
            a.ClearedAt);
    }

    // Of the whole incident, whatever became of the assignment; of two at the same instant the one that was made first.
    private static AssignmentView? Earliest(IncidentState state, CorrectableStage stage)
    {
        AssignmentView? earliest = null;
        foreach (var assignment in state.Assignments)
        {
            if (assignment.Time(stage) is { } time && (earliest is null || time < earliest.Time(stage)))
                earliest = assignment;
        }

        return earliest;
    }
}
