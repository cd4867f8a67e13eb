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
        // The text is made only where the row is written.
        if (before.Version == 0 || !IncidentListing.SameText(before, after) || Row(before, "") != Row(after, ""))
            rows.Incidents.Add(Row(after, IncidentListing.PlainText(after)));
        for (var i = 0; i < after.Assignments.Length; i++)
        {
            if (i >= before.Assignments.Length || before.Assignments[i] != after.Assignments[i])
                rows.Responses.Add(Row(after, i));
        }
    }

    private static IncidentRow Row(IncidentState state, string search)
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
            search)
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
