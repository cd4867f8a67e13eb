using Tocsin.Deciding;
using Tocsin.Identity;
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
        Of<RegisterUnit>((state, c, _, context) => UnitRegistering.Decide(state, c, context)) with { MayComeFirst = true, Creates = true },
        Of<RetireUnit>((state, c, _, context) => UnitRegistering.Decide(state, c, context)) with { MayComeFirst = true, Creates = true },
        Of<SetDuty>((state, c, _, context) => DutySetting.Decide(state, c, context)),
        Of<MessageUnit>(UnitMessaging.Decide, (own, c, _) => c.IncidentId is { } about ? [own, about.Stream] : [own]),
        Of<ReadUnitMessage>((state, c, _, context) => UnitMessaging.Decide(state, c, context)),
        .. others,
    ]);

    private static UseCase Of<TCommand>(
        Func<UnitState, TCommand, StateSet, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>>? streams = null)
        where TCommand : UnitCommand =>
        UseCase.Of((own, command, states, context) => rule((UnitState)states.All[own], command, states, context), streams);
}
