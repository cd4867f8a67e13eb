using Tocsin.Deciding;
using Tocsin.Identity;

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
        if (decision.Refusal is not null || !KeepsTime(states, decision.Events))
            return decision;
        var events = new List<DecidedEvent>(decision.Events.Count);
        var after = states;
        foreach (var decided in decision.Events)
        {
            var noted = decided.Noted(states, context);
            events.Add(noted);
            after = after.After(noted);
        }

        var count = events.Count;
        for (var i = 0; i < count; i++)
        {
            var stream = events[i].Stream;
            if (IsFirstOf(stream, events, i) && after.All[stream] is IClockedState clocked)
                events.AddRange(clocked.Withdrawals(context.Now));
        }

        for (var i = count; i < events.Count; i++)
            after = after.After(events[i]);
        return decision with { Events = events, After = after };
    }

    /// <summary>The event, which says when it was noted where that was well after it happened and its stream keeps time.</summary>
    public static DecidedEvent Noted(this DecidedEvent decided, StateSet states, DecisionContext context) =>
        KeepsTime(states, decided) ? decided with { Event = Note(decided, context) } : decided;

    /// <summary>
    /// How late the limit was passed of a clock whose overdue signal is withdrawn, in whole milliseconds; 0 without a limit.
    /// </summary>
    public static long LateMs(this Clock clock, DateTimeOffset now) =>
        clock.DueAt is { } due ? (long)((clock.EndedAt ?? now) - due).TotalMilliseconds : 0;

    private static bool IsFirstOf(StreamId stream, List<DecidedEvent> events, int place)
    {
        for (var i = 0; i < place; i++)
        {
            if (events[i].Stream == stream)
                return false;
        }

        return true;
    }

    private static bool KeepsTime(StateSet states, IReadOnlyList<DecidedEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (KeepsTime(states, events[i]))
                return true;
        }

        return false;
    }

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
