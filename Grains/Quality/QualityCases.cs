using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.StreamKinds;

namespace Tocsin.Quality;

/// <summary>
/// The use cases of call-backs and reviews: commands to an incident or a call that may issue a directive. They stand apart, as they need
/// the rules of both.
/// </summary>
internal static class QualityCases
{
    /// <summary>Those of commands to an incident.</summary>
    public static UseCase[] OfIncidents { get; } =
    [
        IncidentCases.Of<MakeCallBack>(CallBackMaking.Decide, CallBackMaking.Streams, FactsOfCallBackAsync) with { Claimed = Claimed },
        IncidentCases.Of<ReviewIncident>(
            (state, c, states, context) => Reviewing.Decide(
                state.Stream, state.Reviews, c, states, context, (n, facts) => new Tocsin.Incidents.ReviewMade(n, facts)),
            Reviewing.Streams,
            FactsOfReviewAsync) with
        {
            FactsOfEachTry = true,
            Claimed = Claimed,
        },
    ];

    /// <summary>Those of commands to a call.</summary>
    public static UseCase[] OfCalls { get; } =
    [
        CallCases.Of<ReviewCall>(
            (state, c, states, context) => Reviewing.Decide(
                state.Stream, state.Reviews, c, states, context, (n, facts) => new Tocsin.Calls.ReviewMade(n, facts)),
            Reviewing.Streams,
            FactsOfReviewAsync) with
        {
            FactsOfEachTry = true,
            Claimed = Claimed,
        },
    ];

    // One that refuses nothing and asks for nothing takes no number.
    private static async ValueTask<DecisionContext> FactsOfCallBackAsync(
        IFacts facts, StreamId own, MakeCallBack command, StateSet states, DecisionContext context) => CallBackMaking.IsTask(command)
            ? context with { Number = await DirectiveNumbers.TakeAsync(facts, 1) }
            : context;

    // Read behind the state: it is never older than what is decided on, and where it is newer, the append conflicts.
    private static async ValueTask<DecisionContext> FactsOfReviewAsync(
        IFacts facts, StreamId own, ReviewIncident command, StateSet states, DecisionContext context) =>
        (await FactsOfTaskAsync(facts, command, context))
            .With(await facts.Service<HandlerReads>().OfAsync(states.Incident(IncidentId.Of(own.Id))));

    private static async ValueTask<DecisionContext> FactsOfReviewAsync(
        IFacts facts, StreamId own, ReviewCall command, StateSet states, DecisionContext context)
    {
        // What hangs on a call keeps the policy that is in force.
        var found = await FactsOfTaskAsync(facts, command, context);
        if (Reviewing.IsReturned(command))
            found = found with { Timing = await facts.Service<PolicyCatalogue>().ChosenAsync() };
        return found.With(await facts.Service<HandlerReads>().OfAsync(CallId.Of(own.Id)));
    }

    private static async ValueTask<DecisionContext> FactsOfTaskAsync(IFacts facts, IReview command, DecisionContext context) =>
        Reviewing.IsReturned(command) ? context with { Number = await DirectiveNumbers.TakeAsync(facts, 1) } : context;

    // The number of the directive: somebody has it only after a restore, and the next try takes another.
    private static Refusal Claimed(object command) => new(RefusalCode.Conflict, "The number is taken. Send it again.");
}
