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
        var isOwn = command switch
        {
            SignDirective or RefuseDirective or ReportOnDirective => DirectiveAccess.MayAnswer(state, context.Actor),
            SendOnDirective => DirectiveAccess.MaySend(state, context.Actor),
            ReturnDirective or ConcludeDirective or WithdrawDirective => DirectiveAccess.MayManage(state.From, context.Actor),
            TakeDirectiveEscalation => DirectiveAccess.MayTake(state, context.Actor),
            IAddEvidence => DirectiveAccess.MayAddEvidence(state, context.Actor),
            _ => true,
        };
        if (!isOwn)
            return Refusals.NotYours;
        return OccurredAtRule.Check(OccurredAt(command), context);
    }

    private static DateTimeOffset? OccurredAt(DirectiveCommand command) => command switch
    {
        SignDirective c => c.OccurredAt,
        RefuseDirective c => c.OccurredAt,
        ReturnDirective c => c.OccurredAt,
        UrgeDirective c => c.OccurredAt,
        SendOnDirective c => c.OccurredAt,
        ReportOnDirective c => c.OccurredAt,
        ConcludeDirective c => c.OccurredAt,
        WithdrawDirective c => c.OccurredAt,
        _ => null,
    };
}
