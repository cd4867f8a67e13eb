using Tocsin.Deciding;

namespace Tocsin.Clocks;

/// <summary>
/// Completes each decision on streams with clocks: events that are noted well after they happened say so, and what a clock said to be
/// overdue is withdrawn in the same append when the decision shows that it was not.
/// </summary>
internal static class ClockCorrections
{
    /// <summary>Later than this after it happened, an event says when it was noted: 1 s, more than any answer takes.</summary>
    private static readonly TimeSpan NotedLate = TimeSpan.FromSeconds(1);

    /// <summary>The decision, complete.</summary>
    public static Decision Complete(this Decision decision, World world, DecisionContext context)
    {
        if (decision.Refusal is not null || decision.Events.Count == 0 || !decision.Events.Any(e => KeepsTime(world, e)))
            return decision;
        var events = decision.Events.Select(e => KeepsTime(world, e) ? e with { Event = Note(e, context) } : e).ToList();
        foreach (var happening in events)
            world = world.After(happening);
        foreach (var stream in events.Select(e => e.Stream).Distinct().ToList())
        {
            if (world.States[stream] is IClockedState clocked)
                events.AddRange(clocked.Withdrawals(context.Now));
        }

        return decision with { Events = events };
    }

    /// <summary>
    /// How late the limit was passed of a clock whose overdue signal is withdrawn, in whole milliseconds; 0 without a limit.
    /// </summary>
    public static long LateMs(this Clock clock, DateTimeOffset now) =>
        clock.DueAt is { } due ? (long)((clock.EndedAt ?? now) - due).TotalMilliseconds : 0;

    private static bool KeepsTime(World world, Happening happening) =>
        world.States[happening.Stream] is IClockedState clocked && clocked.KeepsTime(happening.Event);

    private static object Note(Happening happening, DecisionContext context)
    {
        var happened = (INotedEvent)happening.Event;
        return context.Now - happening.OccurredAt <= NotedLate && !happened.ReckonsBack
            ? happened
            : happened.With(new Noted(context.Now, context.Now - context.HistoricAfter));
    }
}
