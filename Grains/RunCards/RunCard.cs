using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.IO.Converters;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>A run card, ready to be matched.</summary>
/// <param name="Id">The id.</param>
/// <param name="Plan">What it says.</param>
/// <param name="Version">How many events it has; 0 for the default that nobody changed.</param>
/// <param name="Area">The area that it is for, prepared.</param>
internal sealed record RunCard(RunCardId Id, RunCardPlan Plan, int Version, IPreparedGeometry? Area)
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>Prepares one.</summary>
    public static RunCard Of(RunCardId id, RunCardPlan plan, int version)
    {
        var area = plan.Area is { } text ? JsonSerializer.Deserialize<Geometry>(text, GeoJson) : null;
        return new RunCard(id, plan, version, area is null ? null : PreparedGeometryFactory.Prepare(area));
    }

    /// <summary>Whether it is for such an incident.</summary>
    public bool Fits(string category, int priority, string? station, AreaClass? areaClass, GeoPoint? place) =>
        !Plan.Retired
        && (Plan.Categories.Count == 0 || Plan.Categories.Contains(category, StringComparer.OrdinalIgnoreCase))
        && (Plan.Priorities.Count == 0 || Plan.Priorities.Contains(priority))
        && (Plan.Stations.Count == 0 || (station is not null && Plan.Stations.Contains(station)))
        && (Plan.AreaClass is null || Plan.AreaClass == areaClass)
        && (Area is null || (place is { } p && Area.Covers(new Point(p.Lon, p.Lat))));
}
