using System.Globalization;
using Spectre.Console;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Printing;

/// <summary>How a run stands: a table that renews itself in a terminal, a line each five seconds anywhere else.</summary>
/// <param name="console">Where it goes.</param>
public sealed class LiveView(IAnsiConsole console)
{
    /// <summary>How often a line is written where there is no terminal.</summary>
    public const double LineEachSeconds = 5;

    private double lastLine;

    /// <summary>Shows <paramref name="run"/> while it runs, and answers what it answers.</summary>
    public async Task<LoadResult> ShowAsync(Func<Action<LoadProgress>, Task<LoadResult>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
            return await run(Line);
        return await console.Live(new Text("getting ready")).AutoClear(true).StartAsync(context => run(p =>
        {
            context.UpdateTarget(Picture(p));
            context.Refresh();
        }));
    }

    private static Table Picture(LoadProgress p)
    {
        var (s, counts) = (p.Sample, p.Driver.Counts);
        var all = p.Driver.Commands.All().Latency;
        var failed = p.Driver.Commands.Failed + p.Driver.Reads.Failed + p.Driver.Positions.Failed;
        var table = new Table()
            .AddColumns("", "now", "so far")
            .Title(Text($"{Math.Min(s.At, p.Duration.TotalSeconds):0} of {p.Duration.TotalSeconds:0} s"));
        table.AddRow("calls/s", Text($"{s.Calls:0.0}"), Text($"{counts.Arrivals / s.At:0.0}"));
        table.AddRow("incidents", "", Text($"{counts.Incidents:N0}"));
        table.AddRow("commands/s", Text($"{s.Commands:0}"), Text($"{all.Count / s.At:0}"));
        table.AddRow("p50 ms", Text($"{s.P50:0.0}"), Text($"{all.P50:0.0}"));
        table.AddRow("p99 ms", Text($"{s.P99:0.0}"), Text($"{all.P99:0.0}"));
        table.AddRow("max ms", Text($"{s.Max:0.0}"), Text($"{all.Max:0.0}"));
        table.AddRow("errors", Text($"{s.Errors}"), Text($"{failed:N0}"));
        table.AddRow("under way", Text($"{s.UnderWay:N0}"), "");
        table.AddRow("positions/s", Text($"{s.Positions:N0}"), Text($"{counts.Positions / s.At:N0}"));
        table.AddRow("feed lag p50, p99 ms", Text($"{s.FeedP50:0}, {s.FeedP99:0}"), "");
        table.AddRow("own lateness ms", Text($"{s.OwnLag:0.0}"), Text($"{p.Driver.Lag.P99:0.0} (p99)"));
        table.AddRow("processors", Text($"{s.Cpu.Sum():0.00}"), Text($"{s.Cpu[0]:0.00} this program"));
        return table;
    }

    private void Line(LoadProgress p)
    {
        var s = p.Sample;
        if (s.At - lastLine < LineEachSeconds - 0.5)
            return;
        lastLine = s.At;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{s.At,6:0} s  {s.Calls,6:0.0} calls/s  {s.Commands,6:0} commands/s  p50 {s.P50,6:0.0} ms  p99 {s.P99,7:0.0} ms  "
                + $"{p.Driver.Commands.Failed + p.Driver.Reads.Failed + p.Driver.Positions.Failed,4} failed  {s.UnderWay,6} under way  "
                + $"{s.Positions,7:0} positions/s  feed p99 {s.FeedP99,5:0} ms  "
                + $"cpu {string.Join(" ", s.Cpu.Select(c => Text($"{c:0.00}")))}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
