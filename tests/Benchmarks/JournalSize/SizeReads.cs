using System.Globalization;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>The reads that a centre makes, each the first time and again.</summary>
internal static class SizeReads
{
    /// <summary>How many old events a client fetches that was away for long.</summary>
    private const int FarBack = 5_000;

    public static async Task RunAsync(SizeClient client, SizeColumn column, SizeSample sample)
    {
        foreach (var (name, path) in Paths(sample))
            await column.ReadAsync(name, () => client.GetAsync(path));
        await column.ReadAsync($"feed: {FarBack:N0} events from the beginning", () => client.FollowAsync(0, FarBack));
        await column.ReadAsync("feed: 100 events from the end", () => client.FollowAsync(sample.Events - 100, 100));
    }

    private static IEnumerable<(string Name, string Path)> Paths(SizeSample s)
    {
        var middle = s.Begins + ((s.Ends - s.Begins) / 2);
        yield return ("one incident", $"/incidents/{s.OldIncident}");
        yield return ("trail of an old incident", $"/incidents/{s.OldIncident}/trail");
        yield return ("trail of the longest unit, a page", $"/units/{s.Unit}/trail");
        yield return ("list of open incidents", "/incidents?limit=50");
        yield return ("list of closed incidents", "/incidents?status=closed&limit=50");
        yield return ("list of calls", "/calls?limit=50");
        yield return ("list of units", "/units?limit=50");
        yield return ("search that finds a page soon", $"/incidents?status=all&limit=50&q={Uri.EscapeDataString("太行路")}");
        yield return ("search that finds the oldest", $"/incidents?status=all&limit=50&q={s.OldNumber}");
        yield return ("search that finds nothing", "/incidents?status=all&limit=50&q=zeppelin");
        yield return ("search of calls that finds nothing", "/calls?limit=50&q=zeppelin");
        yield return ("board of yesterday, as recorded", $"/board?at={Time(s.Ends.AddHours(-12.3))}");
        yield return ("board of half-way, as recorded", $"/board?at={Time(middle)}");
        yield return ("board of yesterday, as occurred", $"/board?by=occurred&at={Time(s.Ends.AddHours(-12.3))}");
        yield return ("board of half-way, as occurred", $"/board?by=occurred&at={Time(middle)}");
        foreach (var days in (int[])[1, 31, 365])
        {
            var span = $"from={Time(s.Ends.AddDays(-days))}&to={Time(s.Ends)}";
            yield return ($"response times of {days} days", $"/reports/response-times?groupBy=priority&{span}");
            yield return ($"summary of {days} days", $"/reports/summary?groupBy={(days > 92 ? "month" : "day")}&{span}");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
