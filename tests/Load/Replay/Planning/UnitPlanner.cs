using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>Makes units of what the file shows of them.</summary>
public static class UnitPlanner
{
    /// <summary>The kind of a unit whose type the file does not say.</summary>
    public const string UnknownKind = "unknown";

    /// <summary>The units of <paramref name="responses"/>, by id.</summary>
    public static IReadOnlyList<PlannedUnit> Plan(IReadOnlyList<PlannedResponse> responses) =>
        [.. responses.GroupBy(r => r.Row.Unit).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Make(g.Key, [.. g]))];

    private static PlannedUnit Make(string id, PlannedResponse[] responses)
    {
        var points = responses.Select(r => r.Row.Place).OfType<PlaceView>().Where(p => p is { Lat: not null, Lon: not null }).ToList();

        // Rounded to the centimetre or so: a sum in another order must not be another body for the same key.
        var home = points.Count == 0
            ? null
            : new PointView(Math.Round(points.Average(p => p.Lat!.Value), 6), Math.Round(points.Average(p => p.Lon!.Value), 6));
        return new PlannedUnit(
            id,
            responses.Min(r => r.Row.Line),
            MostFrequent(responses.Select(r => r.Row.UnitType)) ?? UnknownKind,
            MostFrequent(responses.Select(r => r.Row.Station)),
            responses.Any(r => r.Row.Als) ? ["ALS"] : [],
            home);
    }

    private static string? MostFrequent(IEnumerable<string> words) =>
        words
            .Where(w => w.Length > 0)
            .GroupBy(w => w)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
}
