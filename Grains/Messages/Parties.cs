using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>
/// The parties that write to each other: each unit, each station, and the centre, which is whoever takes calls, dispatches or supervises.
/// What one of a party has read, the party has read. A station is not the centre: what it has seen must not look seen to those who send
/// units.
/// </summary>
internal static class Parties
{
    /// <summary>The centre.</summary>
    public const string Centre = "centre";

    /// <summary>A unit.</summary>
    public static string Of(UnitId unit) => "unit/" + unit;

    /// <summary>The party that somebody speaks for.</summary>
    public static string Of(Actor actor) => Of(actor.Role, actor.UnitId, actor.Station);

    /// <summary>The party that somebody spoke for.</summary>
    public static string Of(Correspondent who) => Of(who.Role, who.UnitId, who.Station);

    /// <summary>Somebody, as messages name them.</summary>
    public static Correspondent Correspondent(Actor actor) => new(actor.Subject, actor.Role, actor.UnitId, actor.Station);

    private static string Of(string role, UnitId? unit, string? station) => role switch
    {
        Roles.Unit => "unit/" + unit,
        Roles.Station => "station/" + station,
        _ => Centre,
    };
}
