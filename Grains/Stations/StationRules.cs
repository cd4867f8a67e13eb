using System.Text.Json;
using Tocsin.Deciding;

namespace Tocsin.Stations;

/// <summary>The rules of a station: pure.</summary>
internal static class StationRules
{
    public static Decision Register(StationState state, RegisterStation command, DecisionContext context)
    {
        if (!TryParse(command.Area, out var area))
            return Decision.Refuse(Refusals.Invalid("area", "An area is GeoJSON."));
        if (state.Version == 0)
        {
            return Decision.Do(
                new DecidedEvent(
                state.Stream, new StationRegistered(command.Name, command.Location, command.AreaClass, area), context.Now));
        }

        var same = state.Name == command.Name && state.Location == command.Location && state.AreaClass == command.AreaClass
            && StationAreas.Same(StationAreas.Parse(state.Area), area);
        return same
            ? Decision.Nothing
            : Decision.Do(
                new DecidedEvent(state.Stream, new StationChanged(command.Name, command.Location, command.AreaClass, area), context.Now));
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
