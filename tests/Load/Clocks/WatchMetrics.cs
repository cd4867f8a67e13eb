using System.Globalization;
using System.Text.RegularExpressions;

namespace Tocsin.Tests.Load.Clocks;

/// <summary>How late clocks were fired, as silos count it themselves (Prometheus text, <c>tocsin_watch_lateness_seconds</c>).</summary>
/// <param name="Fired">All that were fired.</param>
/// <param name="InTime">Of these, those within the limit.</param>
public readonly partial record struct WatchMetrics(long Fired, long InTime)
{
    /// <summary>Those later than the limit.</summary>
    public long Late => Fired - InTime;

    private const string Name = "tocsin_watch_lateness_seconds";

    // What any process of ours says of itself: a page without it is another page.
    private const string OurPage = "# TYPE tocsin_";

    /// <summary>
    /// The count of several silos together; null when one does not answer, or its buckets have no bound at <paramref name="limit"/>.
    /// </summary>
    public static async Task<WatchMetrics?> ReadAsync(IReadOnlyList<Uri> silos, TimeSpan limit, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(silos);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var sum = default(WatchMetrics);
        foreach (var silo in silos)
        {
            try
            {
                if (Parse(await http.GetStringAsync(Page(silo), stop), limit) is not { } one)
                    return null;
                sum = new WatchMetrics(sum.Fired + one.Fired, sum.InTime + one.InTime);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return silos.Count == 0 ? null : sum;
    }

    /// <summary>
    /// The count that a page of metrics says; all zero where no clock was fired yet, null where it cannot be told, or it is no such page.
    /// </summary>
    public static WatchMetrics? Parse(string page, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.Contains(OurPage, StringComparison.Ordinal))
            return null;
        long fired = 0, inTime = 0;
        bool counted = false, bounded = false;
        foreach (Match line in Line().Matches(page))
        {
            var value = (long)double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture);
            if (line.Groups["part"].Value == "count")
            {
                counted = true;
                fired += value;
            }
            else if (double.TryParse(line.Groups["le"].Value, CultureInfo.InvariantCulture, out var bound)
                && Math.Abs(bound - limit.TotalSeconds) < 1e-9)
            {
                bounded = true;
                inTime += value;
            }
        }

        return !counted ? default(WatchMetrics) : bounded ? new WatchMetrics(fired, inTime) : null;
    }

    private static Uri Page(Uri silo) => silo.AbsolutePath == "/" ? new Uri(silo, "/metrics") : silo;

    [GeneratedRegex(
        "^" + Name + @"_(?<part>bucket|count)(?:\{(?:[^}]*?le=""(?<le>[^""]+)"")?[^}]*\})? (?<value>[0-9.eE+]+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
