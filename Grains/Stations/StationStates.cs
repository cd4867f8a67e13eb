using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Stations;

/// <summary>Finds the states of stations among those that a decision may look at.</summary>
public static class StationStates
{
    extension(StateSet states)
    {
        /// <summary>A station's state; version 0 when there is no such station.</summary>
        public StationState Station(StationId id) => (StationState)states.All[id.Stream];
    }
}
