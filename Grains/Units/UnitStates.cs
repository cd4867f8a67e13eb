using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>Finds the states of units among those that a decision may look at.</summary>
public static class UnitStates
{
    extension(StateSet states)
    {
        /// <summary>A unit's state; version 0 when there is no such unit.</summary>
        public UnitState Unit(UnitId id) => (UnitState)states.All[id.Stream];
    }
}
