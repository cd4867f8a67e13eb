using Tocsin.Deciding;

namespace Tocsin.Units;

/// <summary>Registers a unit, off duty, or changes one, never its status: an assignment keeps the station that it was made with.</summary>
internal static class UnitRegistering
{
    public static Decision Decide(UnitState state, RegisterUnit command, DecisionContext context)
    {
        if (state.Version == 0)
        {
            var registered = new UnitRegistered(command.CallSign, command.Kind, command.Station, command.Capabilities, command.Home);
            return Decision.Do(new DecidedEvent(state.Stream, registered, context.Now));
        }

        var changes = new UnitChanges(
            Changes.Of(state.CallSign, command.CallSign),
            Changes.Of(state.Kind, command.Kind),
            Changes.Of(state.Station, command.Station),
            Changes.Of(state.Capabilities, command.Capabilities),
            Changes.Of(state.Home, command.Home));
        return changes == Unchanged
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new UnitChanged(changes), context.Now));
    }

    private static readonly UnitChanges Unchanged = new(null, null, null, null, null);
}
