using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>
/// The station and units that a thing on the board concerns, by which a gateway filters without reading the thing. A member that widens it
/// is one that an older gateway does not know: it then shows the thing to fewer, never to more.
/// </summary>
/// <param name="Station">The station that it belongs to, or null.</param>
/// <param name="Units">The unit itself; for an incident, the units that it concerns.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardScope")]
public sealed record BoardScope([property: Id(0)] string? Station, [property: Id(1)] IReadOnlyList<ScopeUnit> Units)
{
    /// <summary>Whether it is every unit's affair, besides. It is no station's for that: a station sees what it concerns.</summary>
    [Id(2)]
    public bool EveryUnit { get; init; }

    /// <summary>Another station whose affair it is, such as that of who issued it; null: there is none.</summary>
    [Id(3)]
    public string? AlsoOf { get; init; }

    /// <summary>The stations that a directive on the incident concerns, besides.</summary>
    [Id(4)]
    public IReadOnlyList<InvolvedStation> Involved { get => field ?? []; init; } = [];

    /// <summary>No station and no unit: for those alone who see everything.</summary>
    public static BoardScope Nobody { get; } = new(null, []);

    /// <summary>The scope of an incident.</summary>
    public static BoardScope Of(IncidentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var units = view.Assignments.Select(a => new ScopeUnit(a.UnitId, a.Station, a.Stage.IsActive() ? null : a.ClearedAt));
        if (view.PanicUnitId is { } panicking)
            units = units.Append(new ScopeUnit(panicking, null, view.ClosedAt));
        return new(view.Station, [.. units]) { Involved = view.Involved };
    }

    /// <summary>The scope of a unit.</summary>
    public static BoardScope Of(UnitView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Station, [new ScopeUnit(view.Id, view.Station, null)]);
    }

    /// <summary>Whether it concerns one of these stations: it belongs to one, or one of their units is on it.</summary>
    public bool Concerns(IReadOnlySet<string> stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        if ((Station is { } own && stations.Contains(own)) || (AlsoOf is { } also && stations.Contains(also)))
            return true;
        foreach (var unit in Units)
        {
            if (unit.Until is null && unit.Station is { } station && stations.Contains(station))
                return true;
        }

        foreach (var involved in Involved)
        {
            if (involved.OverAt is null && stations.Contains(involved.Station))
                return true;
        }

        return false;
    }

    /// <summary>The scope with everybody it ever concerned: they too must be told that it no longer does.</summary>
    public BoardScope Ever() => this with
    {
        Units = [.. Units.Select(u => u with { Until = null })],
        Involved = [.. Involved.Select(i => i with { OverAt = null })],
    };

    /// <summary>
    /// Whether an actor may see it: the entries "own only" of the contract's table, as <see cref="IncidentAccess"/> and
    /// <see cref="UnitAccess"/> have them. Roles without such an entry see all.
    /// </summary>
    /// <param name="actor">The person who would see it.</param>
    /// <param name="now">The present time, UTC.</param>
    public bool MayBeSeenBy(Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role switch
        {
            Roles.Unit => EveryUnit
                || Units.Any(u => u.Id == actor.UnitId && (u.Until is null || u.Until >= now - IncidentAccess.AfterwardsFor)),
            Roles.Station => actor.Station is { } own
                && (Station == own || AlsoOf == own || Units.Any(u => u.Until is null && u.Station == own)
                    || IncidentAccess.IsInvolved(Involved, actor, now)),
            _ => true,
        };
    }
}

/// <summary>A unit that a thing on the board concerns.</summary>
/// <param name="Id">The id of the unit.</param>
/// <param name="Station">The station of the unit, or null.</param>
/// <param name="Until">When it was over for the unit, UTC; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ScopeUnit")]
public readonly record struct ScopeUnit(
    [property: Id(0)] UnitId Id,
    [property: Id(1)] string? Station,
    [property: Id(2)] DateTimeOffset? Until);
