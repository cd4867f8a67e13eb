using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Refuses a directive 拒收 that nobody has signed for.</summary>
internal static class Refusing
{
    public static Decision Decide(DirectiveState state, RefuseDirective command, DecisionContext context) =>
        state.Status == DirectiveStatus.Issued
            ? Decision.Do(new DecidedEvent(
                state.Stream, new DirectiveRefused(command.Reason, context.Actor.Subject), context.When(command.OccurredAt)))
            : Decision.Refuse(Refusals.WrongStage(state.Status, "Only a directive that nobody has signed for is refused."));
}
