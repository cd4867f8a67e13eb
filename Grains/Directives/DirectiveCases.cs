using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>The use cases of a directive. Each rule is a file of its own in <c>Rules</c>; all of them are pure.</summary>
internal static class DirectiveCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(DirectiveCommand),
    [
        UseCase.Of<IssueDirectives>(Issue, Issuing.Streams, FactsOfIssueAsync) with
        {
            MayComeFirst = true,
            Creates = true,
            OnlyCreates = true,
            Claimed = command => Claimed((IssueDirectives)command),
        },
        Of<SignDirective>(Signing.Decide),
        Of<RefuseDirective>(Refusing.Decide),
        Of<ReturnDirective>(Returning.Decide),
        Of<UrgeDirective>(DirectiveUrging.Decide),
        Of<TakeDirectiveEscalation>(DirectiveUrging.Decide),
        UseCase.Of<SendOnDirective>(Send, Sending.Streams),
        Of<ReportOnDirective>(Reporting.Decide, FactsOfReportAsync),
        Of<ConcludeDirective>(Concluding.Decide),
        Of<WithdrawDirective>(Withdrawing.Decide),
        // The grain looks up how many the group has; what it asks for then is the case behind this one.
        UseCase.Of<WithdrawDirectiveGroup>(
            (own, command, states, context) => Withdraw(own, new GroupWithdrawal(command, 1), states, context),
            (own, _, states) => DirectiveTwins.Streams(own, states)),
        UseCase.Of<GroupWithdrawal>(Withdraw, GroupWithdrawing.Streams),
        Of<AddDirectiveEvidence>((state, c, context) => EvidenceRule.Add(state, c, context, (n, item) => new EvidenceAdded(n, item))) with
        {
            RepeatedExtra = EvidenceRule.Extra,
        },
        Of<VerifyDirectiveEvidence>((state, c, context) =>
            EvidenceRule.Verify(state, c, context, (n, sha256, same) => new EvidenceVerified(n, sha256, same))) with
        {
            Answer = AnswerForms.Alone,
            RepeatedExtra = EvidenceRule.Extra,
        },
        UseCase.Of<FireDirectiveClocks>(
            (own, _, states, context) => Complete(DirectiveFiring.Decide(State(own, states), context), states, context),
            (own, _, states) => DirectiveTwins.Streams(own, states)),
    ]);

    private static DirectiveState State(StreamId own, StateSet states) => (DirectiveState)states.All[own];

    /// <summary>The case of a command for a directive that exists: the entry's rule comes before its own.</summary>
    private static UseCase Of<TCommand>(
        Func<DirectiveState, TCommand, DecisionContext, Decision> rule, FindFacts<TCommand>? facts = null)
        where TCommand : DirectiveCommand => UseCase.Of(
            (own, command, states, context) =>
            {
                var state = State(own, states);
                var decision = DirectiveEntry.Check(state, command, context) is { } refusal
                    ? Decision.Refuse(refusal)
                    : rule(state, command, context);
                return Complete(decision, states, context);
            },
            (own, _, states) => DirectiveTwins.Streams(own, states),
            facts);

    private static Decision Send(StreamId own, SendOnDirective command, StateSet states, DecisionContext context)
    {
        var state = State(own, states);
        var decision = DirectiveEntry.Check(state, command, context) is { } refusal
            ? Decision.Refuse(refusal)
            : Sending.Decide(state, command, states, context);
        return Complete(decision, states, context);
    }

    private static Decision Complete(Decision decision, StateSet states, DecisionContext context) =>
        decision.Complete(states, context).WithTwins(states, context);

    private static Decision Issue(StreamId own, IssueDirectives command, StateSet states, DecisionContext context) =>
        Complete(Issuing.Decide(State(own, states), command, states, context), states, context);

    private static Decision Withdraw(StreamId own, GroupWithdrawal command, StateSet states, DecisionContext context) =>
        Complete(GroupWithdrawing.Decide(State(own, states), command, states, context), states, context);

    private static async ValueTask<DecisionContext> FactsOfIssueAsync(
        IFacts facts, StreamId own, IssueDirectives command, StateSet states, DecisionContext context)
    {
        if (states.All[own].Version > 0)
            return context;
        var found = context with { Timing = await facts.Service<PolicyCatalogue>().ChosenAsync() };
        if (context.Actor is { Role: Roles.Station, Station: { } station })
        {
            // A station that may not instruct takes no number.
            var issuer = await facts.Service<StationCatalogue>().GetAsync(station);
            var sees = command.CallId is { } call
                && await facts.Service<ICallInvolvement>().ConcernAsync(call, station, facts.Service<TimeProvider>().GetUtcNow());
            found = found.With(new IssuingStation(issuer?.MayInstruct ?? false, sees));
            if (issuer is not { MayInstruct: true })
                return found;
        }

        return found with { Number = await DirectiveNumbers.TakeAsync(facts, command.To.Count) };
    }

    // Only results are measured by what is set; most reports have none.
    private static async ValueTask<DecisionContext> FactsOfReportAsync(
        IFacts facts, StreamId own, ReportOnDirective command, StateSet states, DecisionContext context) => command.Results.Count > 0
            ? context.With(await facts.Service<ClosingCatalogue>().FindAsync())
            : context;

    // The other name that it may claim is its number: somebody has it only after a restore, and the next try takes another.
    private static Refusal Claimed(IssueDirectives command) => command.Replaces is null
        ? new Refusal(RefusalCode.Conflict, "The number is taken. Send it again.")
        : Issuing.ReplacedBefore;
}
