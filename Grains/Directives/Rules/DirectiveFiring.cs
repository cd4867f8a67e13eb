using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Fires what is due of a directive: that a look-out is no longer in force, warnings, limits that passed, and the next
/// level for what nobody took.</summary>
internal static class DirectiveFiring
{
    public static Decision Decide(DirectiveState state, DecisionContext context)
    {
        List<DecidedEvent> events = [];
        if (state.ExpiresAt is { } end && end <= context.Now)
        {
            events.Add(new(state.Stream, new DirectiveConcluded(DirectiveKinds.Expired, Note: null, ConclusionCause.Expiry), end));
            state = (DirectiveState)state.Apply(events[0].Event, end);
        }

        foreach (var clock in state.Clocks)
            events.AddRange(clock.Due(state.Escalation, context.Now).Select(signal => Fire(state, clock, signal)));
        return Decision.Do(events);
    }

    private static DecidedEvent Fire(DirectiveState state, Clock clock, ClockSignal signal)
    {
        var due = clock.DueAt!.Value;
        return new DecidedEvent(
            state.Stream,
            signal.Kind switch
            {
                ClockSignalKind.Warning => new ClockWarning(clock.Stage, clock.Unit, due, signal.LateMs, signal.FiredLateMs),
                ClockSignalKind.Overdue => new ClockOverdue(clock.Stage, clock.Unit, due, signal.LateMs, signal.FiredLateMs),
                _ => new ClockEscalated(signal.Level, clock.Stage, clock.Unit, due, signal.LateMs, signal.FiredLateMs),
            },
            signal.At);
    }
}
