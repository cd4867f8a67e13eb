using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>What the consoles heard and when, and how late clocks were fired.</summary>
public static class FeedSection
{
    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (feed, clocks, seconds) = (result.Feed, result.Clocks, Math.Max(result.Seconds, 0.001));
        var told = result.Samples.Where(s => s.FeedP99 > 0).ToList();
        var chart = told.Count == 0
            ? Html.None
            : new Chart(
                "Feed lag",
                "From the commit until a console of this machine has read it, of a sample of events.",
                Times.Axis(result),
                Axis.Log("ms", 1, Math.Max(told.Max(s => s.FeedP99), LoadLimits.FeedLag.TotalMilliseconds)),
                [Times.Of("p50", 0, told, s => s.FeedP50), Times.Of("p99", 1, told, s => s.FeedP99)])
            {
                Limit = LoadLimits.FeedLag.TotalMilliseconds,
            }.Show();
        return Html.Of($"""
            <section><h2>Feed and clocks</h2>{Tables.Facts(
            [
                ("consoles", Figure.N(feed.Consoles)),
                ("events told", $"{Figure.N(feed.Events)} ({Figure.Rate(feed.Events / seconds)}/s, {Figure.MiB(feed.Bytes / seconds)}/s)"),
                ("lag p50, p99, longest", $"{Figure.Ms(feed.Lag.P50)}, {Figure.Ms(feed.Lag.P99)}, {Figure.Ms(feed.Lag.Max)} ms"),
                (
                    "missed, repeated, out of order, broken",
                    $"{Figure.N(feed.Missed)}, {Figure.N(feed.Repeated)}, {Figure.N(feed.OutOfOrder)}, {Figure.N(feed.Broken)}"),
                ("cuts, resets, behind in the end", $"{Figure.N(feed.Cuts)}, {Figure.N(feed.Resets)}, {Figure.N(feed.Behind)}"),
                (
                    "clocks fired, late",
                    clocks.Fired is { } fired ? $"{Figure.N(fired)}, {Figure.N(clocks.Late ?? 0)}" : "not asked: no --metrics"),
            ])}{chart}</section>
            """);
    }
}
