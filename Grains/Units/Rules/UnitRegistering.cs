using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>
/// Registers a unit, off duty, or changes one, never its status: an assignment keeps the station that it was made with. A unit that
/// somebody works in is not retired. No two units that are not retired answer to one call sign; one of two that did before is judged when
/// it changes.
/// </summary>
internal static class UnitRegistering
{
    private static readonly UnitChanges Unchanged = new(null, null, null, null, null);

    public static Decision Decide(UnitState state, RegisterUnit command, DecisionContext context) => Decide(state, command, null, context);

    public static Decision Decide(UnitState state, RetireUnit command, DecisionContext context) =>
        Decide(state, command.Unit, command.Retired, context);

    /// <summary>The refusal of a call sign that another unit has.</summary>
    public static Refusal CallSignTaken(string callSign, string? holder = null)
    {
        var detail = holder is null ? $"Another unit has the call sign {callSign}." : $"Unit {holder} has the call sign {callSign}.";
        return new Refusal(RefusalCode.CallSignTaken, detail)
        {
            Errors = [new FieldError("callSign", EnumWords.Of(RefusalCode.CallSignTaken), detail)],
        };
    }

    private static Decision Decide(UnitState state, RegisterUnit command, bool? retired, DecisionContext context)
    {
        var decision = Change(state, command, retired, state.Agency, context);
        return retired ?? state.Retired ? decision : Judge(decision, command.CallSign, context);
    }

    /// <summary>The decision, or the refusal where it changes a unit whose call sign another one has.</summary>
    public static Decision Judge(Decision decision, string callSign, DecisionContext context) =>
        decision.Events.Count > 0 && context.NameHeldBy is { } holder ? Decision.Refuse(CallSignTaken(callSign, holder)) : decision;

    /// <summary>Registers or changes a unit; its call sign is not judged.</summary>
    public static Decision Change(UnitState state, RegisterUnit command, bool? retired, string? agency, DecisionContext context)
    {
        if (retired == true && InUse(state) is { } refusal)
            return Decision.Refuse(refusal);
        if (context.Fact<Jurisdiction>() is { Retired: true, Station: var gone } && gone == command.Station && gone != state.Station)
            return Decision.Refuse(Refusals.Retired($"Station {gone} is retired.", "station"));
        if (state.Version == 0)
        {
            var registered = new UnitRegistered(command.CallSign, command.Kind, command.Station, command.Capabilities, command.Home);
            var first = new DecidedEvent(state.Stream, registered, context.Now);
            return retired == true
                ? Decision.Do(first, Changed(state, Unchanged with { Retired = new(false, true) }, context))
                : Decision.Do(first);
        }

        var changes = new UnitChanges(
            Changes.Of(state.CallSign, command.CallSign),
            Changes.Of(state.Kind, command.Kind),
            Changes.Of(state.Station, command.Station),
            Changes.Of(state.Capabilities, command.Capabilities),
            Changes.Of(state.Home, command.Home))
        {
            Retired = Changes.Of(state.Retired, retired ?? state.Retired),
            Agency = Changes.Of(state.Agency, agency),
        };
        return changes == Unchanged ? Decision.Nothing : Decision.Do(Changed(state, changes, context));
    }

    private static DecidedEvent Changed(UnitState state, UnitChanges changes, DecisionContext context) =>
        new(state.Stream, new UnitChanged(changes), context.Now);

    // What stands is no question any more: also where somebody of a retired unit is in distress.
    private static Refusal? InUse(UnitState state) => state switch
    {
        { Retired: true } => null,
        { IncidentId: not null } => Refusals.UnitBusy([Availability.Refusal(state)!]),
        { PanicIncidentId: { } distress } => Refusals.UnitBusy([new UnitRefusal(state.Id, UnitRefusalCode.Busy, distress)]),
        { OnDuty: true } => Refusals.WrongStage(state.Status, "A unit on duty goes off duty before it is retired."),
        _ => null,
    };
}
