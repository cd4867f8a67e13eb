using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Directives;

/// <summary>Takes back what is open of a group 撤回.</summary>
internal static class GroupWithdrawing
{
    /// <summary>The streams: every directive of the group, and the incident that they hang on.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, GroupWithdrawal command, StateSet states)
    {
        var first = DirectiveId.Of(own.Id);
        return DirectiveTwins.Streams([.. Enumerable.Range(0, command.Count).Select(i => first.InGroup(i).Stream)], states);
    }

    public static Decision Decide(DirectiveState first, GroupWithdrawal command, StateSet states, DecisionContext context)
    {
        if (first.Version == 0 || first.Group != first.Id)
            return Decision.Refuse(Refusals.UnknownReference("group", "There is no such group."));
        if (!DirectiveAccess.MayManage(first.From, context.Actor))
            return Decision.Refuse(Refusals.NotYours);
        if (OccurredAtRule.Check(command.Command.OccurredAt, context) is { } refusal)
            return Decision.Refuse(refusal);
        var withdrawn = new DirectiveWithdrawn(command.Command.Reason, ReplacedBy: null);
        var at = context.When(command.Command.OccurredAt);
        return Decision.Do(
        [
            .. Enumerable.Range(0, command.Count)
                .Select(i => states.Directive(first.Id.InGroup(i)))
                .Where(d => d.Version > 0 && d.Group == first.Id && d.Open)
                .Select(d => new DecidedEvent(d.Stream, withdrawn, at)),
        ]);
    }
}
