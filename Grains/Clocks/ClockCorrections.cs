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
    public static Decision Complete(this Decision decision, StateSet states, DecisionContext context)
    {
        if (decision.Refusal is not null || decision.Events.Count == 0 || !decision.Events.Any(e => KeepsTime(states, e)))
            return decision;
        var events = decision.Events.Select(e => KeepsTime(states, e) ? e with { Event = Note(e, context) } : e).ToList();
        foreach (var decided in events)
            states = states.After(decided);
        foreach (var stream in events.Select(e => e.Stream).Distinct().ToList())
        {
            if (states.All[stream] is IClockedState clocked)
                events.AddRange(clocked.Withdrawals(context.Now));
        }

        return decision with { Events = events };
    }

    /// <summary>
    /// How late the limit was passed of a clock whose overdue signal is withdrawn, in whole milliseconds; 0 without a limit.
    /// </summary>
    public static long LateMs(this Clock clock, DateTimeOffset now) =>
        clock.DueAt is { } due ? (long)((clock.EndedAt ?? now) - due).TotalMilliseconds : 0;

    private static bool KeepsTime(StateSet states, DecidedEvent decided) =>
        states.All[decided.Stream] is IClockedState clocked && clocked.KeepsTime(decided.Event);

    private static object Note(DecidedEvent decided, DecisionContext context)
    {
        var happened = (INotedEvent)decided.Event;
        return context.Now - decided.OccurredAt <= NotedLate && !happened.ReckonsBack
            ? happened
            : happened.With(new Noted(context.Now, context.Now - context.HistoricAfter));
    }
}
