using System.Globalization;
using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Results;

/// <summary>Judges a run by the limits of its profile, and by what the product promises under any load.</summary>
public static class Verdict
{
    /// <summary>Every criterion with its figure, those that hold and those that do not.</summary>
    public static IReadOnlyList<Criterion> Of(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var limits = result.Profile.Limits;
        var p99 = Text($"{limits.P99Milliseconds:0} ms");
        var sent = result.Done + result.Failed;
        var all = new List<Criterion>
        {
            new(
                "p99 of all commands",
                Text($"{result.All.Latency.P99:0.0} ms of {result.All.Latency.Count:N0}"),
                p99,
                result.All.Latency.Count > 0 && result.All.Latency.P99 <= limits.P99Milliseconds),
        };
        if (result.Commands.Concat(result.Reads)
            .Where(k => k.Latency.Count >= LoadLimits.FewestJudged)
            .MaxBy(k => k.Latency.P99) is { } slowest)
        {
            all.Add(new(
                $"p99 of the slowest kind ({slowest.Name})",
                Text($"{slowest.Latency.P99:0.0} ms of {slowest.Latency.Count:N0}"),
                p99,
                slowest.Latency.P99 <= limits.P99Milliseconds));
        }

        if (result.CommandsInTime is { } inTime)
            all.Add(Promise(inTime, result.All.Latency.Count));
        all.Add(new(
            "failed requests",
            Text($"{result.Failed:N0} of {sent:N0}"),
            limits.ErrorShare == 0 ? "0" : Text($"{limits.ErrorShare:P2}"),
            sent > 0 && (double)result.Failed / sent <= limits.ErrorShare));
        if (result.PositionsRefused is { } refused)
            all.Add(None("positions that were refused", refused, Text($"{refused + result.Stories.Positions:N0} positions")));
        all.Add(Clocks(result.Clocks));
        all.Add(None(
            "events that a console missed, got twice, out of order or broken",
            result.Feed.Faults,
            Text($"{result.Feed.Consoles} consoles, {result.Feed.Events:N0} events")));
        if (result.Feed.Lag.Count > 0)
        {
            all.Add(new(
                "feed lag, p99",
                Text($"{result.Feed.Lag.P99:0} ms of {result.Feed.Lag.Count:N0} looked at"),
                Text($"{LoadLimits.FeedLag.TotalMilliseconds:0} ms"),
                result.Feed.Lag.P99 <= LoadLimits.FeedLag.TotalMilliseconds));
        }

        all.Add(new(
            "own lateness, p99",
            Text($"{result.Own.Lag.P99:0.0} ms"),
            Text($"{limits.ScheduleLagMilliseconds:0} ms"),
            result.Own.Lag.P99 <= limits.ScheduleLagMilliseconds));
        all.Add(None("calls or batches not begun since too many were under way", result.Own.NotBegun + result.Own.BatchesNotBegun));
        all.Add(None("incidents without a free unit", result.Stories.WithoutUnit));
        all.Add(None("stories unfinished when time was up", result.Stories.Unfinished));
        if (result.Processes.Skip(1).Any())
            all.Add(None("watched processes that did not stay", result.Processes.Skip(1).Count(p => !p.Stayed)));
        return all;
    }

    private static Criterion Promise(long inTime, long count)
    {
        var share = count == 0 ? 0 : (double)inTime / count;
        return new(
            Text($"commands done within {LoadLimits.Promise.TotalSeconds:0} s"),
            Text($"{Math.Floor(share * 1_000_000) / 10_000:0.00##} % of {count:N0}"),
            Text($"{LoadLimits.PromiseShare * 100:0.00##} %"),
            share >= LoadLimits.PromiseShare);
    }

    private static Criterion Clocks(ClockFigures clocks)
    {
        var name = Text($"clocks fired later than {LoadLimits.LateClock.TotalSeconds:0} s after they were due");
        return clocks.Fired is null ? new(name, clocks.Asked ? "a silo no longer says" : "not asked: no --metrics", "0", !clocks.Asked)
            : new(name, Text($"{clocks.Late:N0} of {clocks.Fired:N0}"), "0", clocks.Late == 0);
    }

    private static Criterion None(string name, long count, string? of = null) =>
        new(name, of is null ? Text($"{count:N0}") : Text($"{count:N0} ({of})"), "0", count == 0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
