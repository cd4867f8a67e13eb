using System.Globalization;
using Spectre.Console;
using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Faults.Printing;

/// <summary>Says what was measured: a line for each run, then the figures, a row for docs/benchmarks.md and the verdict.</summary>
public static class ResultPrinter
{
    /// <summary>The head of the table that the Markdown rows belong to. Times are seconds: least / middle / most.</summary>
    public const string MarkdownHead = """
        | fault | n | worst gap s | detection s | back s | latest clock s | failed | lost | done twice | false evictions |
        |---|---:|---|---|---|---|---:|---:|---:|---:|
        """;

    /// <summary>Prints one run.</summary>
    public static void Run(IAnsiConsole console, FaultResult r)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(r);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{r.Fault} {r.Number + 1}: worst gap {S(r.WorstGap)} s (before the fault {S(r.GapBefore)}), detection {S(r.Detection)}, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"back {S(r.Back)}, latest clock {S(r.LatestClock)}; {r.Acknowledged} acknowledged, {r.Failed} failed, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{r.HeldBack} held back, {r.Lost} lost, {r.DoneTwice} done twice, {N(r.FalseEvictions)} false evictions, ")
            + string.Create(CultureInfo.InvariantCulture, $"{r.Problems.Count} problems"));
    }

    /// <summary>Prints each step of a run, and what clients of the feed were told.</summary>
    public static void Steps(IAnsiConsole console, FaultResult r)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(r);
        foreach (var step in r.Episodes)
            console.WriteLine($"  {S(step.Began),7} s to {S(step.Ended),7} s: {step.Name}");
        console.WriteLine($"  the load was on for {S(r.Took)} s; {r.Reads} reads were answered; {r.Clocks} clocks ran out");
        if (r.Feed is { } f)
        {
            console.WriteLine($"  feed: {f.Clients} clients, connected {f.Connections} times, {f.Events} events each; {f.Missed} missed, "
                + $"{f.Repeated} repeated, {f.OutOfOrder} out of order; commit to client p99 {S(f.LiveP99)} s, at most {S(f.LiveMax)} s, "
                + $"over a cut at most {S(f.OverCutsMax)} s");
        }
    }

    /// <summary>Prints the figures of all runs of one fault.</summary>
    public static void Summary(IAnsiConsole console, IReadOnlyList<FaultResult> results, IReadOnlyList<string> missed)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(missed);
        console.WriteLine();
        console.WriteLine(MarkdownHead);
        console.WriteLine(Row(results));
        console.WriteLine();
        foreach (var line in missed.Take(100))
            console.WriteLine(line);
        console.WriteLine(
            missed.Count == 0 ? $"{results[0].Fault}: all held." : $"{results[0].Fault}: {missed.Count} things did NOT hold.");
    }

    /// <summary>The row for docs/benchmarks.md.</summary>
    public static string Row(IReadOnlyList<FaultResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {results[0].Fault} | {results.Count} | {F(r => r.WorstGap)} | {F(r => r.Detection)} | {F(r => r.Back)} | ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{F(r => r.LatestClock)} | {results.Sum(r => r.Failed)} | {results.Sum(r => r.Lost)} | {results.Sum(r => r.DoneTwice)} | ")
            + $"{N(results.Sum(r => r.FalseEvictions))} |";

        string F(Func<FaultResult, TimeSpan?> what) =>
            Figures.Of(results.Select(what)) is { } f ? $"{S(f.Min)} / {S(f.Median)} / {S(f.Max)}" : "";
    }

    private static string S(TimeSpan? time) => time is { } known ? known.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    private static string N(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
