using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Takes what is late: an escalation at its level, or the supervision 督办 of the whole incident.</summary>
internal static class Supervising
{
    public static Decision Decide(IncidentState state, TakeSupervision command, DecisionContext context) => state.Closed
        ? Decision.Refuse(Refusals.IncidentClosed)
        : Decision.Do(new DecidedEvent(state.Stream, new SupervisionTaken(context.Actor.Subject, command.Reason), context.Now));

    public static Decision Decide(IncidentState state, TakeEscalation command, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (command.Level > EscalationLevel.Station && context.Actor.Role is Roles.Station or Roles.Dispatcher)
            return Decision.Refuse(RefusalCode.Forbidden, "Only a supervisor takes what was brought to this level.");
        if (state.Clocks.Any(c => c.IsUntakenAt(command.Level)))
            return Decision.Do(new DecidedEvent(state.Stream, new EscalationTaken(command.Level, context.Actor.Subject), context.Now));
        var told = state.Clocks.Where(c => c.IsLate).Max(c => c.Level);
        return told >= command.Level
            ? Decision.Nothing
            : Decision.Refuse(Refusals.WrongStage(IncidentStatusRule.Of(state), "Nothing is late that was brought to this level."));
    }
}
