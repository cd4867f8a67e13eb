using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>What the centre says about delay: a supervisor urges 催办, and somebody takes what was brought to a level.</summary>
internal static class DirectiveUrging
{
    public static Decision Decide(DirectiveState state, UrgeDirective command, DecisionContext context) => state.Open
        ? Decision.Do(new DecidedEvent(state.Stream, new Urged(command.Reason), context.When(command.OccurredAt)))
        : Decision.Refuse(Refusals.WrongStage(state.Status, "The directive is over."));

    public static Decision Decide(DirectiveState state, TakeDirectiveEscalation command, DecisionContext context)
    {
        if (command.Level > EscalationLevel.Station && context.Actor.Role is Roles.Station or Roles.Dispatcher)
            return Decision.Refuse(RefusalCode.Forbidden, "Only a supervisor takes what was brought to this level.");
        if (state.Clocks.Any(c => c.IsUntakenAt(command.Level)))
            return Decision.Do(new DecidedEvent(state.Stream, new EscalationTaken(command.Level, context.Actor.Subject), context.Now));
        return state.Clocks.Where(c => c.IsLate).Max(c => c.Level) >= command.Level
            ? Decision.Nothing
            : Decision.Refuse(Refusals.WrongStage(state.Status, "Nothing is late that was brought to this level."));
    }
}
