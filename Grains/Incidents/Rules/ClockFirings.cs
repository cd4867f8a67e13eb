using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Fires whatever of the clocks is due: warnings, limits that passed, and the next level for what nobody took.</summary>
internal static class ClockFirings
{
    public static Decision Decide(IncidentState state, DecisionContext context) =>
        Decision.Do([.. state.Clocks.SelectMany(clock =>
            clock.Due(state.Escalation, context.Now).Select(signal => Fire(state, clock, signal)))]);

    private static DecidedEvent Fire(IncidentState state, Clock clock, ClockSignal signal)
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
