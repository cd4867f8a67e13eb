using Tocsin.Places;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>A unit of the real days.</summary>
/// <param name="Id">The file's unit.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Home">
/// Where it stands, guessed, as the file does not say: the median of the places in the station area where it was most often sent to, on
/// other days than the one that is judged.
/// </param>
/// <param name="Rows">Its responses on all days, by dispatch.</param>
internal sealed record RealUnit(string Id, string Kind, GeoPoint? Home, IReadOnlyList<FileRow> Rows)
{
    /// <summary>Makes one of its rows.</summary>
    public static RealUnit Of(string id, IReadOnlyList<FileRow> rows, Func<FileRow, bool> isJudged)
    {
        var known = rows.Where(r => !isJudged(r) && Place(r) is not null).ToList();
        var own = known
            .GroupBy(r => r.Station)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Select(r => Place(r)!.Value)
            .ToList();
        return new RealUnit(
            id,
            rows.GroupBy(r => r.UnitType).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key,
            own is null ? null : new GeoPoint(Median(own.Select(p => p.Lat)), Median(own.Select(p => p.Lon))),
            [.. rows.Where(r => r.Times.Dispatch is not null).OrderBy(r => r.Times.Dispatch)]);
    }

    /// <summary>Where a row's incident was.</summary>
    public static GeoPoint? Place(FileRow row) => row.Place is { Lat: { } lat, Lon: { } lon } ? new GeoPoint(lat, lon) : null;

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
