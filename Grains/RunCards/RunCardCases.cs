using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Stations;
using Tocsin.StreamKinds;

namespace Tocsin.RunCards;

/// <summary>The use cases of a run card.</summary>
internal static class RunCardCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(RunCardCommand),
    [
        UseCase.Of<SetRunCard>(
            (own, command, states, context) => RunCardRules.Set(State(own, states), command.Plan, context)
                .Relying(context.Fact<NamedStations>()?.Stations ?? []),
            facts: (facts, own, command, states, context) => FactsAsync(facts, State(own, states), command.Plan, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ]);

    private static RunCardState State(StreamId own, StateSet states) => (RunCardState)states.All[own];

    // A station that stays on the card is not named for something new.
    private static async ValueTask<DecisionContext> FactsAsync(
        IFacts facts, RunCardState state, RunCardPlan plan, DecisionContext context)
    {
        var stations = facts.Service<StationCatalogue>();
        var named = new List<Jurisdiction>();
        foreach (var station in plan.Stations.Except(state.Plan?.Stations ?? [], StringComparer.Ordinal).Take(RunCardPlan.MaxStations))
            named.Add(await stations.FindAsync(null, station));
        return context.With(named.Count == 0 ? null : new NamedStations(named));
    }
}
