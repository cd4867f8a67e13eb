using Microsoft.Extensions.Options;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.StreamKinds;

namespace Tocsin.Units;

/// <summary>
/// The use cases of a unit. Each rule is a file of its own in <c>Rules</c>; all of them are pure. What an incident does to a unit is
/// decided by the incident's rules.
/// </summary>
internal static class UnitCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(UnitCommand),
    [
        Of<RegisterUnit>((state, c, _, context) => UnitRegistering.Decide(state, c, context)) with { MayComeFirst = true, Creates = true },
        Of<SetDuty>((state, c, _, context) => DutySetting.Decide(state, c, context)),
        Of<MessageUnit>(UnitMessaging.Decide, (own, c, _) => c.IncidentId is { } about ? [own, about.Stream] : [own]),
        Of<ReadUnitMessage>((state, c, _, context) => UnitMessaging.Decide(state, c, context)),
        Of<RaisePanic>(Panic, Panicking.Streams, FactsOfPanicAsync) with
        {
            Creates = true,
            Discard = (silo, facts) => silo.Service<IncidentNumbers>().Discard(facts.Number),
            Repeat = Raised,
        },
    ]);

    private static UseCase Of<TCommand>(
        Func<UnitState, TCommand, World, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, World, IReadOnlyList<StreamId>>? streams = null,
        FindFacts<TCommand>? facts = null)
        where TCommand : UnitCommand =>
        UseCase.Of((own, command, world, context) => rule((UnitState)world.States[own], command, world, context), streams, facts);

    private static Decision Panic(UnitState state, RaisePanic command, World world, DecisionContext context) =>
        Panicking.Decide(state, command, world, context).Complete(world, context);

    private static (StreamId Stream, bool Created) Raised(object happened)
    {
        var raised = (PanicRaised)happened;
        return (raised.IncidentId.Stream, !raised.Again);
    }

    private static async ValueTask<DecisionContext> FactsOfPanicAsync(
        IFacts facts, StreamId own, RaisePanic command, World world, DecisionContext context)
    {
        var unit = (UnitState)world.States[own];
        return context with
        {
            Number = await facts.Service<IncidentNumbers>().NextAsync(),
            Jurisdiction = await facts.Service<StationCatalogue>().FindAsync(Panicking.Place(unit, command, context.Now)?.Point, unit.Station),
            Timing = await facts.Service<PolicyCatalogue>().ChosenAsync(),
            PanicCategory = facts.Service<IOptions<DispatchOptions>>().Value.PanicCategory,
        };
    }
}
