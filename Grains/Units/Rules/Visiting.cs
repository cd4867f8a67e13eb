using Tocsin.Deciding;

namespace Tocsin.Units;

/// <summary>
/// Receives a neighbour's unit and puts it on duty. The end of its duty retires it; then it may come again, with another crew, kind or call
/// sign.
/// </summary>
internal static class Visiting
{
    public static Decision Decide(UnitState state, ReceiveVisitor command, DecisionContext context)
    {
        if (state is { Version: > 0, Visiting: false })
            return Decision.Refuse(Refusals.WrongStage(state.Status, "A unit of the centre's own has this id."));
        if (command.Home is { Lat: 0, Lon: 0 })
            return Decision.Refuse(Refusals.NoFix("position"));
        var unit = new RegisterUnit(command.CallSign, command.Kind, null, command.Capabilities, command.Home);
        var decision = state.Version == 0
            ? Decision.Do(new DecidedEvent(state.Stream, Registered(command), context.Now))
            : UnitRegistering.Change(state, unit, retired: false, command.Agency, context);
        if (decision.Refusal is null && !state.OnDuty)
            decision = Decision.Do([.. decision.Events, new DecidedEvent(state.Stream, new DutyStarted([]), context.Now)]);
        return UnitRegistering.Judge(decision, command.CallSign, context);
    }

    private static UnitRegistered Registered(ReceiveVisitor command) =>
        new(command.CallSign, command.Kind, null, command.Capabilities, command.Home) { Visiting = true, Agency = command.Agency };
}
