using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Gives the report on a directive back 退回: it is signed again, and waits for another report.</summary>
internal static class Returning
{
    public static Decision Decide(DirectiveState state, ReturnDirective command, DecisionContext context) =>
        state.Status == DirectiveStatus.Reported
            ? Decision.Do(new DecidedEvent(
                state.Stream,
                new DirectiveReturned(command.Reason, command.Fields, command.LimitSeconds, context.Actor.Subject),
                context.When(command.OccurredAt)))
            : Decision.Refuse(Refusals.WrongStage(state.Status, "Only a directive that is reported is given back."));
}
