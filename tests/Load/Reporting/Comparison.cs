using System.Globalization;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>Several results side by side: each figure, and what it is of the first's.</summary>
public static class Comparison
{
    /// <summary>The page's content.</summary>
    public static Html Show(IReadOnlyList<LoadResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        List<string> names = [.. results.Select((r, i) => $"{(char)('A' + i)}: {r.Profile.Name}")];
        var y = Axis.Log("ms", 1, results.Max(r => Math.Max(r.All.Latency.Max, 10)));
        return Html.Of($"""
            <header><h1>{string.Join(", ", names)}</h1><p>Ratios are to A.</p></header>
            <section><h2>What was run</h2>{Tables.Rows(["", .. names],
            [
                ["verdict", .. results.Select(r => r.Interrupted ? "interrupted" : r.Good ? "✓ within limits" : "✗ not within limits")],
                ["began", .. results.Select(r => $"{r.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC")],
                ["server", .. results.Select(r => r.Server ?? "not said")],
                ["machine", .. results.Select(r => $"{r.Machine.Processor}, {r.Machine.Processors} processors")],
                ["command line", .. results.Select(r => r.CommandLine)],
            ])}</section>
            <section><h2>Figures</h2>{Tables.Rows(["", .. names], Rows(results))}</section>
            <section><h2>Latency of all commands</h2>{LatencySection.ByPercentile(
                y, [.. results.Zip(names, (r, n) => (n, r.All.Latency))], null)}</section>
            """);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<LoadResult> results)
    {
        IReadOnlyList<string> Row(string name, Func<LoadResult, double?> value, Func<double, string> text)
        {
            var first = value(results[0]);
            return
            [
                name,
                .. results.Select((r, i) => value(r) is not { } v
                    ? ""
                    : i > 0 && first is > 0
                        ? text(v) + (v / first.Value).ToString("' (x' 0.00')'", CultureInfo.InvariantCulture)
                        : text(v)),
            ];
        }

        yield return Row("calls/s", r => r.Stories.Calls / Math.Max(r.Seconds, 0.001), Figure.Rate);
        yield return Row("commands/s", r => r.All.Latency.Count / Math.Max(r.Seconds, 0.001), Figure.Rate);
        yield return Row("positions/s", r => r.Stories.Positions / Math.Max(r.Seconds, 0.001), Figure.Rate);
        yield return Row("failed", r => r.Failed, v => Figure.N((long)v));
        yield return Row("p50 ms", r => r.All.Latency.P50, Figure.Ms);
        yield return Row("p99 ms", r => r.All.Latency.P99, Figure.Ms);
        yield return Row("p99.9 ms", r => r.All.Latency.P999, Figure.Ms);
        yield return Row("longest ms", r => r.All.Latency.Max, Figure.Ms);
        yield return Row("feed lag p99 ms", r => r.Feed.Lag.Count > 0 ? r.Feed.Lag.P99 : null, Figure.Ms);
        yield return Row("own lateness p99 ms", r => r.Own.Lag.P99, Figure.Ms);
        yield return Row("processors, this program", r => r.Processes.Take(1).Sum(p => p.Cpu), Figure.Cpu);
        yield return Row("processors, watched", r => r.Processes.Count > 1 ? r.Processes.Skip(1).Sum(p => p.Cpu) : null, Figure.Cpu);
        yield return Row(
            "memory, watched", r => r.Processes.Count > 1 ? r.Processes.Skip(1).Sum(p => (double)p.ResidentBytes) : null, Figure.MiB);
        foreach (var kind in results.SelectMany(r => r.Commands.Concat(r.Reads).Concat(r.Positions)).Select(k => k.Name).Distinct())
        {
            yield return Row(
                $"{kind}, p99 ms",
                r => r.Commands.Concat(r.Reads).Concat(r.Positions).FirstOrDefault(k => k.Name == kind)?.Latency.P99,
                Figure.Ms);
        }
    }
}
