using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Evidence;

namespace Tocsin.Directives;

/// <summary>
/// What is asked of every command for a directive before its own rule, in this order: it exists, it is the actor's affair, its time is no
/// future.
/// </summary>
internal static class DirectiveEntry
{
    /// <summary>A refusal, or null when the rule may decide.</summary>
    public static Refusal? Check(DirectiveState state, DirectiveCommand command, DecisionContext context)
    {
        if (state.Version == 0)
            return Refusals.NotFound("directive");
        if (command is SignDirective or ReportOnDirective && !DirectiveAccess.MayAnswer(state, context.Actor))
            return Refusals.NotYours;
        if (command is IAddEvidence && !DirectiveAccess.MayAddEvidence(state, context.Actor))
            return Refusals.NotYours;
        return OccurredAtRule.Check(OccurredAt(command), context);
    }

    private static DateTimeOffset? OccurredAt(DirectiveCommand command) => command switch
    {
        SignDirective c => c.OccurredAt,
        ReportOnDirective c => c.OccurredAt,
        ConcludeDirective c => c.OccurredAt,
        WithdrawDirective c => c.OccurredAt,
        _ => null,
    };
}
