namespace Tocsin.Places;

/// <summary>To whom a place belongs.</summary>
/// <param name="Station">The station, or null where none is registered.</param>
/// <param name="AreaClass">The class of its area, when known.</param>
/// <param name="NearestMeters">How far the nearest station is from the place; null without a place, or while no station has one.</param>
public sealed record Jurisdiction(string? Station, AreaClass? AreaClass, double? NearestMeters = null)
{
    /// <summary>How many events the station had when this was found; 0, the default: it is not registered.</summary>
    public int Version { get; init; }

    /// <summary>Whether the station is retired: only one that was asked for by its name can be. The default is false.</summary>
    public bool Retired { get; init; }

    /// <summary>The retired station in whose place this one stands; null, the default: none.</summary>
    public string? Instead { get; init; }
}
