using Microsoft.Extensions.Options;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Distress;

/// <summary>The use case of a panic: a command to a unit that makes an incident. It stands apart, as it needs the rules of both.</summary>
internal static class PanicCase
{
    /// <summary>The case.</summary>
    public static UseCase Value { get; } = UseCase.Of<RaisePanic>(Decide, Panicking.Streams, FactsAsync) with
    {
        Creates = true,
        Discard = (silo, facts) => silo.Service<IncidentNumbers>().Discard(facts.Number),
        Repeat = Raised,
    };

    private static Decision Decide(StreamId own, RaisePanic command, StateSet states, DecisionContext context) =>
        Panicking.Decide((UnitState)states.All[own], command, states, context)
            .Relying(context.Fact<Jurisdiction>())
            .Complete(states, context);

    private static (StreamId Stream, bool Created) Raised(object happened)
    {
        var raised = (PanicRaised)happened;
        return (raised.IncidentId.Stream, !raised.Again);
    }

    private static async ValueTask<DecisionContext> FactsAsync(
        IFacts facts, StreamId own, RaisePanic command, StateSet states, DecisionContext context)
    {
        var unit = (UnitState)states.All[own];
        var options = facts.Service<IOptions<DispatchOptions>>().Value;
        var place = Panicking.Place(unit, command, context.Now)?.Point;
        var stations = facts.Service<StationCatalogue>();
        var jurisdiction = unit.Station is { } station
            ? await stations.FindHeirAsync(station, place)
            : await stations.FindAsync(place, null);
        var found = context with
        {
            Number = await facts.Service<IncidentNumbers>().NextAsync(),
            Timing = await facts.Service<PolicyCatalogue>().ChosenAsync(),
            Unattended = options.Unattended,
        };
        return found.With(jurisdiction).With(new DistressCategory(options.PanicCategory));
    }
}
