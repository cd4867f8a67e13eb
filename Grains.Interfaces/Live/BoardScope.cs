using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>Whose affair a thing on the board is: what a gateway needs to filter without reading the thing.</summary>
/// <param name="Station">The station that it belongs to.</param>
/// <param name="Units">The unit itself; of an incident, those that it concerns.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardScope")]
public sealed record BoardScope([property: Id(0)] string? Station, [property: Id(1)] IReadOnlyList<ScopeUnit> Units)
{
    /// <summary>Of no station and no unit: the affair of those who see everything.</summary>
    public static BoardScope Nobody { get; } = new(null, []);

    /// <summary>The scope of an incident.</summary>
    public static BoardScope Of(IncidentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var units = view.Assignments.Select(a => new ScopeUnit(a.UnitId, a.Station, a.Stage.IsActive() ? null : a.ClearedAt));
        return new(view.Station, [.. view.PanicUnitId is { } panicking ? units.Append(new ScopeUnit(panicking, null, view.ClosedAt)) : units]);
    }

    /// <summary>The scope of a unit.</summary>
    public static BoardScope Of(UnitView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Station, [new ScopeUnit(view.Id, view.Station, null)]);
    }

    /// <summary>Whether it concerns one of these stations: it is theirs, or one of their units is on it.</summary>
    public bool Concerns(IReadOnlySet<string> stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        if (Station is { } own && stations.Contains(own))
            return true;
        foreach (var unit in Units)
        {
            if (unit.Until is null && unit.Station is { } station && stations.Contains(station))
                return true;
        }

        return false;
    }

    /// <summary>Whose affair it ever was: for whom it was it must be told that it no longer is.</summary>
    public BoardScope Ever() => this with { Units = [.. Units.Select(u => u with { Until = null })] };

    /// <summary>The <c>o</c> of the contract's table: see <see cref="IncidentAccess"/> and <see cref="UnitAccess"/>. Other roles see all.</summary>
    public bool MayBeSeenBy(Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role switch
        {
            Roles.Unit => Units.Any(u => u.Id == actor.UnitId && (u.Until is null || u.Until >= now - IncidentAccess.AfterwardsFor)),
            Roles.Station => actor.Station is { } own && (Station == own || Units.Any(u => u.Until is null && u.Station == own)),
            _ => true,
        };
    }
}

/// <summary>A unit that a thing on the board concerns.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Station">Its station.</param>
/// <param name="Until">When it was over for it; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ScopeUnit")]
public readonly record struct ScopeUnit(
    [property: Id(0)] UnitId Id,
    [property: Id(1)] string? Station,
    [property: Id(2)] DateTimeOffset? Until);
