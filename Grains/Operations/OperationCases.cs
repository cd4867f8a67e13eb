using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.StreamKinds;

namespace Tocsin.Operations;

/// <summary>
/// The use cases of operations: commands to an incident that issue and end directives. They stand apart, as they need the rules of both.
/// </summary>
internal static class OperationCases
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<UseCase> All { get; } =
    [
        Of<OpenOperation>(Opening.Decide, Opening.Streams, FactsOfOpeningAsync) with
        {
            // Somebody has a number only after a restore, and the next try takes another.
            Claimed = _ => new Refusal(RefusalCode.Conflict, "The number of a task is taken. Send it again."),
        },
        Of<ChangeOperation>(BodyChanging.Decide, BodyChanging.Streams),
        Of<CloseOperation>(OperationClosing.Decide, OperationClosing.Streams, FactsOfClosingAsync),
    ];

    private static UseCase Of<TCommand>(
        Func<IncidentState, TCommand, StateSet, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>> streams,
        FindFacts<TCommand>? facts = null)
        where TCommand : IncidentCommand => UseCase.Of(
            (own, command, states, context) =>
            {
                var state = (IncidentState)states.All[own];
                var decision = IncidentEntry.Check(state, command, states, context) is { } refusal
                    ? Decision.Refuse(refusal)
                    : rule(state, command, states, context);
                return decision.Complete(states, context).WithTwins(states, context);
            },
            streams,
            facts);

    // While one is open no numbers are taken.
    private static async ValueTask<DecisionContext> FactsOfOpeningAsync(
        IFacts facts, StreamId own, OpenOperation command, StateSet states, DecisionContext context) =>
        command.Tasks.Count == 0 || states.All[own] is IncidentState { OperationStage: OperationStage.Open }
            ? context
            : context with { Number = await DirectiveNumbers.TakeAsync(facts, command.Tasks.Count) };

    // Only results are measured by what is set.
    private static async ValueTask<DecisionContext> FactsOfClosingAsync(
        IFacts facts, StreamId own, CloseOperation command, StateSet states, DecisionContext context) => command.Results.Count > 0
            ? context.With(await facts.Service<ClosingCatalogue>().FindAsync())
            : context;
}
