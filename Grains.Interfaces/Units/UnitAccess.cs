using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>
/// The entries "own only" of the contract's table of permissions, for units. A unit has itself, a station its units. Every other role has
/// all; what a role may do at all, the gateway decides.
/// </summary>
public static class UnitAccess
{
    /// <summary>
    /// Whether <paramref name="actor"/> may read what only its own may read of the unit: where it is and was, on which incident it is, its
    /// messages, its trail.
    /// </summary>
    public static bool MayRead(UnitView view, Actor actor) => Owns(view.Id, view.Station, actor);

    /// <summary>
    /// The unit as <paramref name="actor"/> is shown it: of another's unit what it is and whether it is free, and neither where it is, nor
    /// on which incident, nor what it was sent. Board and feed show another's unit not at all.
    /// </summary>
    public static UnitView ShownTo(UnitView view, Actor actor) => MayRead(view, actor)
        ? view
        : view with { IncidentId = null, PanicIncidentId = null, Position = null, Reporting = null, Unread = 0, UnreadByCentre = 0 };

    /// <summary>Whether a unit of this station is <paramref name="actor"/>'s affair.</summary>
    public static bool Owns(UnitId unit, string? station, Actor actor) => actor.Role switch
    {
        Roles.Unit => actor.UnitId == unit,
        Roles.Station => actor.Station is { } own && own == station,
        _ => true,
    };
}
