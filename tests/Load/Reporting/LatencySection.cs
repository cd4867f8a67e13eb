using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>How long answers took: over time, by kind, and by percentile.</summary>
public static class LatencySection
{
    private const double LeastMs = 1;

    private const string Note = "Milliseconds from the moment at which a request was meant to be sent; service: from when it was sent. "
        + "A server that stalls cannot hide: the schedule does not wait for it.";

    private const string SmallNote = "p50 (whole line) and p99 (dashed), all on the same scale.";

    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kinds = result.Commands.Concat(result.Reads).Concat(result.Positions).Append(result.All with { Name = "all commands" })
            .ToList();
        var y = Axis.Log("ms", LeastMs, Math.Max(kinds.Max(k => k.Latency.Max), result.Profile.Limits.P99Milliseconds));
        var samples = result.Samples.Where(s => s.Max > 0).ToList();
        var over = new Chart(
            "All commands over time",
            "From the moment at which a command was meant to be sent until its answer was read. Each step is ten times the one before.",
            Times.Axis(result),
            y,
            [Times.Of("p50", 0, samples, s => s.P50), Times.Of("p99", 1, samples, s => s.P99), Times.Of("longest", 2, samples, s => s.Max)])
        { Limit = result.Profile.Limits.P99Milliseconds };
        return Html.Of($"""
            <section><h2>Latency</h2><p class="note">{Note}</p>
            {Kinds(kinds)}{over.Show()}{ByPercentile(
                y, [("latency", result.All.Latency), ("service", result.All.Service)], result.Profile.Limits.P99Milliseconds)}
            <h3>Each kind over time</h3><p class="note">{SmallNote}</p><div class="many">{Html.Join(Small(result, y))}</div></section>
            """);
    }

    /// <summary>Distributions by percentile, each step to the right a tenth of the answers that are left.</summary>
    public static Html ByPercentile(Axis y, IReadOnlyList<(string Name, LatencyFigures Figures)> all, double? limit)
    {
        ArgumentNullException.ThrowIfNull(all);
        var lines = all.Where(a => a.Figures.Count > 0).Select((a, i) => new Series(a.Name, Points(a.Figures)) { Look = i }).ToList();
        if (lines.Count == 0)
            return Html.None;
        var x = Axis.Log("of answers took at most", 1, Math.Max(10, lines.SelectMany(l => l.Points).Max(p => p.X))) with
        {
            Label = Percent,
        };
        return new Chart(
            "Latency by percentile",
            "How long answers took at most, by their share: each step to the right leaves a "
                + "tenth of them over. A flat line with a cliff is a stall; a slope is a queue.",
            x,
            y,
            lines)
        { Limit = limit }
            .Show();
    }

    private static Html Kinds(IEnumerable<KindFigures> kinds) => Tables.Rows(
        ["request", "count", "p50", "p90", "p99", "p99.9", "longest", "service p50", "service p99"],
        kinds.Select(k => (IReadOnlyList<string>)
        [
            k.Name,
            Figure.N(k.Latency.Count),
            Figure.Ms(k.Latency.P50),
            Figure.Ms(k.Latency.P90),
            Figure.Ms(k.Latency.P99),
            Figure.Ms(k.Latency.P999),
            Figure.Ms(k.Latency.Max),
            Figure.Ms(k.Service.P50),
            Figure.Ms(k.Service.P99),
        ]));

    private static IEnumerable<Html> Small(LoadResult result, Axis y)
    {
        foreach (var name in result.Slots.SelectMany(s => s.Kinds).Select(k => k.Name).Distinct())
        {
            var slots = result.Slots.SelectMany(s => s.Kinds.Where(k => k.Name == name).Select(k => (s.At, Kind: k))).ToList();
            yield return new Chart(name, "", Times.Axis(result), y,
                [
                    new Series("p50", [.. slots.Select(s => (s.At, s.Kind.P50))]),
                    new Series("p99", [.. slots.Select(s => (s.At, s.Kind.P99))]) { Look = 1 },
                ])
            { IsSmall = true, Limit = result.Profile.Limits.P99Milliseconds }.Show();
        }
    }

    private static IReadOnlyList<(double X, double Y)> Points(LatencyFigures figures) =>
    [
        .. figures.Points.Select(p => (1 / (1 - (p.Percentile / 100)), p.Milliseconds)),
        ((double)Math.Max(figures.Count, 1), figures.Max),
    ];

    private static string Percent(double x) => FormattableString.Invariant($"{Math.Round(100 * (1 - (1 / x)), 6):0.######} %");
}
