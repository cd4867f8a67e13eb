namespace Tocsin.Places;

/// <summary>To whom a place belongs.</summary>
/// <param name="Station">The station, or null where none is registered.</param>
/// <param name="AreaClass">The class of its area, when known.</param>
/// <param name="NearestMeters">How far the nearest station is from the place; null without a place, or while no station has one.</param>
public sealed record Jurisdiction(string? Station, AreaClass? AreaClass, double? NearestMeters = null);
