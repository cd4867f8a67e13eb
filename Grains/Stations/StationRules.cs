using System.Text.Json;
using Tocsin.Deciding;

namespace Tocsin.Stations;

/// <summary>The rules of a station: pure.</summary>
internal static class StationRules
{
    /// <summary>Registers it, or replaces its fields; what it is besides stays as it is.</summary>
    public static Decision Register(StationState state, RegisterStation command, DecisionContext context) =>
        Decide(state, command, StationTraits.Of(state), context);

    /// <summary>
    /// The same, and it is retired or comes back, and is one kind of party or another. Whether the successor can take over is not judged
    /// here.
    /// </summary>
    public static Decision Retire(StationState state, RetireStation command, RegisterBody? body, DecisionContext context)
    {
        var retired = command.Retired ?? state.Retired;
        var successor = command.Successor.IsSet ? command.Successor.Value : retired ? state.Successor : null;
        if (!retired && successor is not null)
            return Decision.Refuse(Refusals.Invalid("successor", "Only a retired station has a successor."));
        return successor == state.Id
            ? Decision.Refuse(Refusals.Invalid("successor", "A station does not take over from itself."))
            : Decide(
                state,
                command.Station,
                StationTraits.Of(state).After(body) with { Retired = retired, Successor = successor },
                context);
    }

    private static Decision Decide(StationState state, RegisterStation command, StationTraits traits, DecisionContext context)
    {
        if (!TryParse(command.Area, out var area))
            return Decision.Refuse(Refusals.Invalid("area", "An area is GeoJSON."));
        var changed = new StationChanged(command.Name, command.Location, command.AreaClass, area)
        {
            Retired = traits.Retired,
            Successor = traits.Successor,
            Kind = traits.Kind,
            External = traits.External,
            MayInstruct = traits.MayInstruct,
            Phone = traits.Phone,
        };
        if (state.Version == 0)
        {
            var registered = new StationRegistered(command.Name, command.Location, command.AreaClass, area);
            var first = new DecidedEvent(state.Stream, registered, context.Now);
            return traits == StationTraits.Plain
                ? Decision.Do(first)
                : Decision.Do(first, new DecidedEvent(state.Stream, changed, context.Now));
        }

        var same = state.Name == command.Name && state.Location == command.Location && state.AreaClass == command.AreaClass
            && StationAreas.Same(StationAreas.Parse(state.Area), area) && StationTraits.Of(state) == traits;
        return same ? Decision.Nothing : Decision.Do(new DecidedEvent(state.Stream, changed, context.Now));
    }

    private static bool TryParse(string? text, out JsonElement? area)
    {
        area = null;
        try
        {
            area = StationAreas.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
