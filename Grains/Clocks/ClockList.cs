using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Clocks;

/// <summary>The clocks of one incident or call, in the order in which they came.</summary>
internal static class ClockList
{
    /// <summary>
    /// The list with the clock changed that an event means: the newest of that stage, unit and limit of which the event can be true. A unit
    /// that is assigned twice at the same instant has two clocks with one limit.
    /// </summary>
    public static ImmutableArray<Clock> Change(
        this ImmutableArray<Clock> clocks,
        ClockStage stage,
        UnitId? unit,
        DateTimeOffset dueAt,
        Func<Clock, bool> canBe,
        Func<Clock, Clock> change)
    {
        for (var i = clocks.Length - 1; i >= 0; i--)
        {
            if (clocks[i].Stage == stage && clocks[i].Unit == unit && (clocks[i].DueAt ?? clocks[i].StartedAt) == dueAt && canBe(clocks[i]))
                return clocks.SetItem(i, change(clocks[i]));
        }

        return clocks;
    }

    /// <summary>Whether it can be warned of.</summary>
    public static bool IsUnwarned(Clock clock) => !clock.Warned && clock.EndedAt is null;

    /// <summary>Whether it can be fired that it is overdue.</summary>
    public static bool IsUnfired(Clock clock) => !clock.Fired && (clock.EndedAt is not { } ended || ended > clock.DueAt);

    /// <summary>Whether it was fired that it is overdue, and an observer at that time knows that it is not.</summary>
    public static bool IsDisproved(Clock clock, DateTimeOffset now) => clock.Fired && !clock.IsOverdueAt(now);

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
