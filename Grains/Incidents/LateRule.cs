using Tocsin.Clocks;
using Tocsin.Overdue;

namespace Tocsin.Incidents;

/// <summary>
/// Why an incident stands among what is late, and since when: its overdue clocks; else, while it is open, that it is reported, or
/// unattended without a clock that alarms: it is historic, or was left so long ago that its clock is silent.
/// </summary>
internal static class LateRule
{
    /// <summary>Since when at the earliest; null when it is not late.</summary>
    public static DateTimeOffset? Since(IncidentState state)
    {
        DateTimeOffset? since = null;
        foreach (var clock in state.Clocks)
        {
            if (clock.IsLate && (since is null || clock.DueAt < since))
                since = clock.DueAt;
        }

        return since ?? (Waiting(state) is { } waiting ? waiting.Since : null);
    }

    /// <summary>What an open incident waits for without a clock; null when it waits for nothing.</summary>
    public static (OverdueKind Kind, DateTimeOffset Since)? Waiting(IncidentState state)
    {
        if (state.Closed)
            return null;
        if (IncidentStatusRule.Reported(state))
            return (OverdueKind.Reported, state.Feedback.Where(f => f.Episode == state.Episode).Min(f => f.View.OccurredAt));
        return UnattendedRule.Since(state) is { } since && (state.Historic || state.Clocks.Any(IsSilentWait))
            ? (OverdueKind.Unattended, since)
            : null;
    }

    private static bool IsSilentWait(Clock clock) => clock is { Stage: ClockStage.Assign, State: ClockState.Running, Silent: true };
}
