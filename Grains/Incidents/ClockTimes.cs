using Tocsin.Clocks;

namespace Tocsin.Incidents;

/// <summary>When a clock of an incident starts, is met and is void: the contract's table, by <c>occurredAt</c> alone.</summary>
internal static class ClockTimes
{
    /// <summary>Whether a stage's clock belongs to a round: it comes again when the incident becomes unattended.</summary>
    public static bool IsOfRound(ClockStage stage) => stage is ClockStage.Assign or ClockStage.Arrive;

    /// <summary>From when it runs, never before the stage before it; null while it has not begun.</summary>
    public static DateTimeOffset? StartOf(Clock clock, IncidentState state)
    {
        var start = clock.Stage switch
        {
            ClockStage.Assign => clock.Round == state.Round ? NotBefore(state.RoundAt, state.AssignFrom) : clock.StartedAt,
            ClockStage.Acknowledge or ClockStage.Turnout => state.Assignments[clock.First].AssignedAt,
            ClockStage.Arrive => clock.From switch
            {
                ClockFrom.Received => clock.Round == state.Round ? state.RoundAt : clock.StartedAt,
                ClockFrom.Assigned => Earliest(clock, state, CorrectableStage.Assigned),
                _ => Earliest(clock, state, CorrectableStage.EnRoute),
            },
            ClockStage.Feedback => Later(
                Earliest(clock, state, CorrectableStage.OnScene), Earliest(clock, state, CorrectableStage.Assigned)),
            _ => clock.Floor,
        };
        var floor = FloorOf(clock, state);
        return start < floor ? floor : start;
    }

    /// <summary>The start of the stage before; that of a round moves with a correction until somebody is assigned.</summary>
    public static DateTimeOffset FloorOf(Clock clock, IncidentState state) =>
        clock.Round != 0 && clock.Round == state.Round ? state.RoundAt : clock.Floor;

    /// <summary>When it was met; null when it was not.</summary>
    public static DateTimeOffset? MetAt(Clock clock, IncidentState state) => clock.Stage switch
    {
        ClockStage.Assign => AssignedAt(clock, state),
        ClockStage.Acknowledge => Earliest(state.Assignments[clock.First], CorrectableStage.Acknowledged),
        ClockStage.Turnout => Earliest(state.Assignments[clock.First], CorrectableStage.EnRoute),
        ClockStage.Arrive => Earliest(clock, state, CorrectableStage.OnScene),
        ClockStage.Feedback => FirstFeedback(state, clock.Episode),
        ClockStage.Distress => clock.Episode == state.Episode
            ? Earlier(state.AcknowledgedAt, Earliest(clock, state, CorrectableStage.Assigned))
            : clock.MetAt,
        _ => clock.Episode == state.Episode ? state.ClosedAt : clock.MetAt,
    };

    /// <summary>When one that was not met was void; null while it runs.</summary>
    public static DateTimeOffset? VoidAt(Clock clock, IncidentState state)
    {
        if (clock.Stage is ClockStage.Acknowledge or ClockStage.Turnout)
            return state.Assignments[clock.First].ClearedAt;
        if (clock.Stage == ClockStage.Conclude)
            return null;
        if (clock.Episode != state.Episode)
            return clock.VoidAt ?? clock.StartedAt;
        if (state.ClosedAt is not null)
            return clock.VoidAt < state.ClosedAt ? clock.VoidAt : state.ClosedAt;
        if (IsOfRound(clock.Stage) && clock.Round != state.Round)
            return clock.VoidAt ?? state.RoundAt;

        // Nobody was assigned, and nobody need be: it was settled, or it turns out that it was attended all the time, and then nobody need
        // arrive either. Whom a station is to send has yet to arrive.
        if (!IsOfRound(clock.Stage)
            || state.Assignments.Length > clock.First
            || UnattendedRule.Since(state) is not null
            || HandleRule.Holds(state))
        {
            return null;
        }

        var settled = FirstFeedback(state, state.Episode);
        return clock.Stage == ClockStage.Assign || settled is null ? settled ?? clock.StartedAt : SettledWithoutUnit(state);
    }

    // A handle that turned out not to be overdue met it at its start: whoever was sent before that says nothing.
    private static DateTimeOffset? AssignedAt(Clock clock, IncidentState state)
    {
        var assigned = Earliest(clock, state, CorrectableStage.Assigned);
        if (state.Directives.IsEmpty || StartOf(clock, state) is not { } start)
            return assigned;
        if (HandleRule.MetAt(state, clock.Round, start) is not { } met)
            return assigned;
        return assigned >= start && assigned < met ? assigned : met;
    }

    private static DateTimeOffset? Earliest(Clock clock, IncidentState state, CorrectableStage stage)
    {
        DateTimeOffset? earliest = null;
        for (var i = clock.First; i < Math.Min(clock.End, state.Assignments.Length); i++)
            earliest = Earlier(earliest, state.Assignments[i].Time(stage));
        return earliest;
    }

    // A stage is reached with itself or with a later one.
    private static DateTimeOffset? Earliest(AssignmentView assignment, CorrectableStage stage)
    {
        DateTimeOffset? earliest = null;
        for (var reached = stage; reached <= CorrectableStage.OnScene; reached++)
            earliest = Earlier(earliest, assignment.Time(reached));
        return earliest;
    }

    private static DateTimeOffset? FirstFeedback(IncidentState state, int episode)
    {
        DateTimeOffset? first = null;
        foreach (var feedback in state.Feedback)
        {
            if (feedback.Episode == episode)
                first = Earlier(first, feedback.View.OccurredAt);
        }

        return first;
    }

    // Nobody is sent to what a station or the centre has settled itself.
    private static DateTimeOffset? SettledWithoutUnit(IncidentState state)
    {
        DateTimeOffset? first = null;
        foreach (var feedback in state.Feedback)
        {
            if (feedback.Episode == state.Episode && feedback.View.UnitId is null)
                first = Earlier(first, feedback.View.OccurredAt);
        }

        return first;
    }

    // Null while the first of them is: a clock of feedback begins with an arrival, and not before anybody was sent.
    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a < b ? b : a;

    private static DateTimeOffset NotBefore(DateTimeOffset at, DateTimeOffset? from) => from > at ? from.Value : at;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
}
