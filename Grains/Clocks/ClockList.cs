using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Clocks;

/// <summary>The clocks of one incident or call, in the order in which they came.</summary>
internal static class ClockList
{
    /// <summary>The list with the clock changed that an event means: the newest of that stage, unit and limit.</summary>
    public static ImmutableArray<Clock> Change(this ImmutableArray<Clock> clocks, ClockStage stage, UnitId? unit, DateTimeOffset dueAt, Func<Clock, Clock> change)
    {
        for (var i = clocks.Length - 1; i >= 0; i--)
        {
            if (clocks[i].Stage == stage && clocks[i].Unit == unit && (clocks[i].DueAt ?? clocks[i].StartedAt) == dueAt)
                return clocks.SetItem(i, change(clocks[i]));
        }

        return clocks;
    }

    /// <summary>The warning was fired.</summary>
    public static Clock Warn(Clock clock) => clock with { Warned = true };

    /// <summary>It was fired that it is overdue.</summary>
    public static Clock Fire(Clock clock) => clock with { Warned = true, Fired = true };

    /// <summary>That was withdrawn: it may warn and fire again.</summary>
    public static Clock Withdraw(Clock clock) => clock with { Warned = false, Fired = false, Level = null, TakenBy = null, TakenAt = null };

    /// <summary>The next instant at which one of them has something to fire; null when nothing is left.</summary>
    public static DateTimeOffset? Next(this ImmutableArray<Clock> clocks, EscalationPlan? plan)
    {
        DateTimeOffset? next = null;
        foreach (var clock in clocks)
        {
            if (clock.Next(plan) is { } at && (next is null || at < next))
                next = at;
        }

        return next;
    }

    /// <summary>Those that have a limit, as the contract shows them: in the order in which they started.</summary>
    public static IReadOnlyList<ClockView> ToViews(this ImmutableArray<Clock> clocks) =>
        clocks.IsDefaultOrEmpty ? [] : [.. clocks.Where(c => c.LimitSeconds is not null).OrderBy(c => c.StartedAt).Select(c => c.ToView())];
}
