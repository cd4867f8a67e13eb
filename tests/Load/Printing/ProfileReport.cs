using System.Globalization;
using Spectre.Console;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Printing;

/// <summary>Says what a profile measured, and the verdict.</summary>
public static class ProfileReport
{
    private const double MiB = 1 << 20;

    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        var table = new Table()
            .AddColumns("request", "count", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms", "service p50", "service p99");
        foreach (var kind in result.Commands.Concat(result.Reads).Concat(result.Positions)
            .Append(result.All with { Name = "all commands" }))
        {
            var (l, s) = (kind.Latency, kind.Service);
            table.AddRow(
                Markup.Escape(kind.Name), N(l.Count), Ms(l.P50), Ms(l.P90), Ms(l.P99), Ms(l.P999), Ms(l.Max), Ms(s.P50), Ms(s.P99));
        }

        console.Write(table);
        console.WriteLine("Latencies from the moment at which a request was meant to be sent; service from when it was.");
        Codes(console, "error", result.Errors);
        Codes(console, "expected", result.Expected);

        var (stories, feed, own) = (result.Stories, result.Feed, result.Own);
        var seconds = Math.Max(result.Seconds, 0.001);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stories.Calls:N0} calls in {seconds:0.0} s ({stories.Calls / seconds:0.00}/s), "
                + $"{stories.Incidents:N0} incidents ({stories.Incidents / seconds:0.00}/s), "
                + $"{result.All.Latency.Count:N0} commands ({result.All.Latency.Count / seconds:0}/s), "
                + $"{stories.Positions:N0} positions ({stories.Positions / seconds:0}/s); "
                + $"{result.Failed:N0} failed, {stories.BrokenOff:N0} stories broken off."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stories.Declined:N0} units refused, {stories.Silent:N0} were recalled unheard; "
                + $"{stories.Joined:N0} calls joined the one event, to {stories.Unoffered:N0} of them it was not offered."));
        if (feed.Consoles > 0)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{feed.Consoles} consoles: {feed.Events / seconds:N0} events/s, {feed.Bytes / seconds / MiB:0.0} MiB/s, "
                    + $"lag p50 {feed.Lag.P50:0} ms, p99 {feed.Lag.P99:0} ms, max {feed.Lag.Max:0} ms; "
                    + $"{feed.Missed} missed, {feed.Repeated} repeated, {feed.OutOfOrder} out of order, {feed.Cuts} cuts."));
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"This program: {own.CpuMicrosPerRequest:0} us of processor and {own.AllocatedBytesPerRequest / 1024:0.0} KiB a request, "
                + $"consoles and positions included; "
                + $"sent p99 {own.Lag.P99:0.0} ms late, max {own.Lag.Max:0.0} ms; {own.Repeats:N0} sent again."));
        foreach (var process in result.Processes)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{process.Name}{(process.Pid == 0 ? "" : Text($" ({process.Pid})"))}: "
                    + $"{process.Cpu:P0} of a processor, {process.ResidentBytes / MiB:0} MiB"));
        }

        var verdict = new Table().AddColumns("", "criterion", "figure", "limit");
        foreach (var c in result.Criteria)
            verdict.AddRow(c.Holds ? "holds" : "FAILS", Markup.Escape(c.Name), Markup.Escape(c.Figure), Markup.Escape(c.Limit));
        console.Write(verdict);
        console.WriteLine(result.Interrupted
            ? "Interrupted: no verdict."
            : result.Good ? $"{result.Profile.Name}: within limits." : $"{result.Profile.Name}: NOT within limits.");
    }

    private static void Codes(IAnsiConsole console, string title, IReadOnlyList<CodeCount> codes)
    {
        if (codes.Count == 0)
            return;
        var table = new Table().AddColumns("request", title, "count");
        foreach (var (name, code, count) in codes)
            table.AddRow(Markup.Escape(name), Markup.Escape(code), N(count));
        console.Write(table);
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(double ms) => ms.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
