using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Takes a directive back 撤回.</summary>
internal static class Withdrawing
{
    public static Decision Decide(DirectiveState state, WithdrawDirective command, DecisionContext context) => state.Open
        ? Decision.Do(new DecidedEvent(
            state.Stream, new DirectiveWithdrawn(command.Reason, ReplacedBy: null), context.When(command.OccurredAt)))
        : Decision.Refuse(Refusals.WrongStage(state.Status, "The directive is over."));
}
