using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>Fires what is due of the call's clock: the warning, or that nobody answered in time.</summary>
internal static class CallClockFiring
{
    public static Decision Decide(CallState state, DecisionContext context) => state.Answer is { } clock
        ? Decision.Do([.. clock
                .Due(plan: null, context.Now)
                .Select(signal => new DecidedEvent(state.Stream, Fire(clock, signal), signal.At))])
        : Decision.Nothing;

    private static CallEvent Fire(Clock clock, ClockSignal signal) => signal.Kind == ClockSignalKind.Warning
        ? new ClockWarning(clock.Stage, null, clock.DueAt!.Value, signal.LateMs, signal.FiredLateMs)
        : new ClockOverdue(clock.Stage, null, clock.DueAt!.Value, signal.LateMs, signal.FiredLateMs);
}
