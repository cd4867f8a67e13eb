using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Places;
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
    /// <param name="others">The cases of commands to a unit whose rules belong to another feature.</param>
    public static UseCases Table(params IEnumerable<UseCase> others) => new(typeof(UnitCommand),
    [
        Registering<RegisterUnit>(UnitRegistering.Decide, c => c),
        Registering<RetireUnit>(UnitRegistering.Decide, c => c.Unit),
        Registering<ReceiveVisitor>(Visiting.Decide, c => new RegisterUnit(c.CallSign, c.Kind, null, c.Capabilities, c.Home)),
        Of<SetDuty>((state, c, _, context) => DutySetting.Decide(state, c, context)),
        Of<MessageUnit>(UnitMessaging.Decide, (own, c, _) => c.IncidentId is { } about ? [own, about.Stream] : [own]),
        Of<ReadUnitMessage>((state, c, _, context) => UnitMessaging.Decide(state, c, context)),
        .. others,
    ]);

    private static UseCase Registering<TCommand>(
        Func<UnitState, TCommand, DecisionContext, Decision> rule, Func<TCommand, RegisterUnit> content)
        where TCommand : UnitCommand => UseCase.Of<TCommand>(
            (own, command, states, context) => rule(State(own, states), command, context).Relying(context.Fact<Jurisdiction>()),
            facts: (facts, own, command, states, context) => FactsAsync(facts, State(own, states), content(command), context)) with
        {
            MayComeFirst = true,
            Creates = true,
            Claimed = command => UnitRegistering.CallSignTaken(content((TCommand)command).CallSign),
        };

    // A station that stays is not named for something new.
    private static async ValueTask<DecisionContext> FactsAsync(
        IFacts facts, UnitState state, RegisterUnit command, DecisionContext context)
    {
        var holder = await facts.Service<CallSignBook>().FindOtherAsync(state.Id, command.CallSign);
        var station = command.Station is { } named && named != state.Station
            ? await facts.Service<StationCatalogue>().FindAsync(null, named)
            : null;
        return (context with { NameHeldBy = holder?.Value }).With(station);
    }

    private static UnitState State(StreamId own, StateSet states) => (UnitState)states.All[own];

    private static UseCase Of<TCommand>(
        Func<UnitState, TCommand, StateSet, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>>? streams = null)
        where TCommand : UnitCommand =>
        UseCase.Of((own, command, states, context) => rule(State(own, states), command, states, context), streams);
}
