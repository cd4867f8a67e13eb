using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Policies;
using Tocsin.StreamKinds;

namespace Tocsin.Calls;

/// <summary>The use cases of a call. Each rule is a file of its own in <c>Rules</c>; all of them are pure.</summary>
internal static class CallCases
{
    /// <summary>The table.</summary>
    /// <param name="others">The cases of commands to a call whose rules need another feature's.</param>
    public static UseCases Table(params IEnumerable<UseCase> others) => new(typeof(CallCommand),
    [
        UseCase.Of<ReceiveCall>(Receive, facts: FactsOfReceiptAsync) with { MayComeFirst = true, Creates = true, OnlyCreates = true },
        Of<AnswerCall>((state, c, _, context) => CallProgressing.Answer(state, c, context)),
        Of<HandCall>((state, c, _, context) => Handing.Decide(state, c, context)),
        Of<EndCall>((state, c, _, context) => CallProgressing.End(state, c, context)),
        Of<ChangeCall>((state, c, _, context) => CallChanging.Decide(state, c, context)),
        Of<DisposeCall>(Disposing.Decide, Disposing.Streams),
        Of<NoteCallBack>(CallingBack.Decide, CallingBack.Streams),
        Of<AddCallEvidence>((state, c, _, context) => EvidenceRule.Add(state, c, context, (n, item) => new EvidenceAdded(n, item))) with
        {
            RepeatedExtra = EvidenceRule.Extra,
        },
        Of<VerifyCallEvidence>((state, c, _, context) =>
            EvidenceRule.Verify(state, c, context, (n, sha256, same) => new EvidenceVerified(n, sha256, same))) with
        {
            Answer = AnswerForms.Alone,
            RepeatedExtra = EvidenceRule.Extra,
        },
        Of<AskCallErasure>((state, c, _, context) => CallErasing.Ask(state, c, context)) with { Answer = AnswerForms.Asked },
        Of<ApproveCallErasure>((state, _, _, context) => CallErasing.Approve(state, context)),
        Of<EraseCallByAge>((state, c, _, context) => CallErasing.ByAge(state, c, context)),
        UseCase.Of<FireCallClock>((own, _, states, context) => CallClockFiring.Decide(State(own, states), context)),
        .. others,
    ]);

    private static CallState State(StreamId own, StateSet states) => (CallState)states.All[own];

    /// <summary>The case of a command for a call that exists.</summary>
    public static UseCase Of<TCommand>(
        Func<CallState, TCommand, StateSet, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>>? streams = null,
        FindFacts<TCommand>? facts = null)
        where TCommand : CallCommand => UseCase.Of(
            (own, command, states, context) => State(own, states) is { Version: > 0 } state
                ? rule(state, command, states, context).Complete(states, context)
                : Decision.Refuse(Refusals.NotFound("call")),
            streams,
            facts);

    private static Decision Receive(StreamId own, ReceiveCall command, StateSet states, DecisionContext context) =>
        Receiving.Decide(State(own, states), command, context).Complete(states, context);

    private static async ValueTask<DecisionContext> FactsOfReceiptAsync(
        IFacts facts, StreamId own, ReceiveCall command, StateSet states, DecisionContext context) =>
        context with { Timing = await facts.Service<PolicyCatalogue>().ChosenAsync() };
}
