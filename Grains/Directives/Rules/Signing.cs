using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Signs for a directive 签收: the first time stands, and a time that is missing of one that is over is filled in.</summary>
internal static class Signing
{
    public static Decision Decide(DirectiveState state, SignDirective command, DecisionContext context)
    {
        if (state.Open && state.SignedAt is not null)
            return Decision.Nothing;
        if (!state.Open && state.SignedAt is not null)
            return Decision.Refuse(Refusals.WrongStage(state.Status, "The directive is over, and was signed for."));
        if (!state.Open && LateReports.Check(state, command.OccurredAt) is { } refusal)
            return Decision.Refuse(refusal);
        if (Receipts.Check(state, command.Receipt) is { } missing)
            return Decision.Refuse(missing);
        var signed = new DirectiveSigned(command.By ?? context.Actor.Subject, command.Receipt, Late: !state.Open);
        return Decision.Do(new DecidedEvent(state.Stream, signed, context.When(command.OccurredAt)));
    }
}
