using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Incidents;

namespace Tocsin.Deciding;

/// <summary>
/// What every decision is completed with where clocks run: events that are noted well after they happened say so, and what a clock said to be overdue
/// is withdrawn in the same append when the decision shows that it was not.
/// </summary>
internal static class Aftermath
{
    /// <summary>Later than this after it happened, an event says when it was noted: 1 s, more than any answer takes.</summary>
    private static readonly TimeSpan NotedLate = TimeSpan.FromSeconds(1);

    /// <summary>The decision, complete.</summary>
    public static Decision Complete(this Decision decision, World world, DecisionContext context)
    {
        if (decision.Refusal is not null || decision.Events.Count == 0 || !decision.Events.Any(e => Keeps(world, e)))
            return decision;
        var events = decision.Events.Select(e => Keeps(world, e) ? e with { Event = Note(e, context) } : e).ToList();
        foreach (var happening in events)
            world = world.After(happening);
        foreach (var stream in events.Select(e => e.Stream).Distinct().ToList())
            events.AddRange(Withdrawn(world.States[stream], context));
        return decision with { Events = events };
    }

    // Whether the event is one of a thing that keeps a timing policy.
    private static bool Keeps(World world, Happening happening) => world.States[happening.Stream] switch
    {
        IncidentState { Version: 0 } => happening.Event is IncidentCreated { Timing: not null },
        IncidentState incident => incident.Timing is not null,
        CallState { Version: 0 } => happening.Event is CallReceived { Timing: not null },
        CallState call => call.Answer is not null,
        _ => false,
    };

    private static object Note(Happening happening, DecisionContext context)
    {
        if (context.Now - happening.OccurredAt <= NotedLate && !ReckonsBack(happening.Event))
            return happening.Event;
        var noted = new Noted(context.Now, context.Now - context.HistoricAfter);
        return happening.Event switch
        {
            IncidentEvent e => e with { Noted = noted },
            CallEvent e => e with { Noted = noted },
            var other => other,
        };
    }

    // A correction, a change of priority or area: they happen now, and the clocks go by times that lie back.
    private static bool ReckonsBack(object happened) => happened is StageCorrected or IncidentChanged { Changes: { Priority: not null } or { AreaClass: not null } };

    private static IEnumerable<Happening> Withdrawn(IStreamState state, DecisionContext context) => state switch
    {
        IncidentState incident => incident.Clocks
            .Where(c => ClockList.IsDisproved(c, context.Now))
            .Select(c => new Happening(state.Stream, new Incidents.ClockWithdrawn(c.Stage, c.Unit, c.DueAt ?? c.StartedAt, LateMs(c, context.Now), 0), context.Now)),
        CallState { Answer: { } answer } when ClockList.IsDisproved(answer, context.Now) =>
            [new Happening(state.Stream, new Calls.ClockWithdrawn(answer.Stage, null, answer.DueAt!.Value, LateMs(answer, context.Now), 0), context.Now)],
        _ => [],
    };

    private static long LateMs(Clock clock, DateTimeOffset now) =>
        clock.DueAt is { } due ? (long)((clock.EndedAt ?? now) - due).TotalMilliseconds : 0;
}
