using System.Globalization;
using Spectre.Console;

namespace Tocsin.Tests.Load.Year.Printing;

/// <summary>Says what a year did, how long each part took, and what differs.</summary>
/// <param name="console">Where to.</param>
public sealed class YearReport(IAnsiConsole console)
{
    /// <summary>The most rows of one list on the screen; the file of <c>--json</c> has them all.</summary>
    public const int RowsMax = 100;

    /// <summary>Prints it.</summary>
    public void Print(YearResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rate = result.Commands / Math.Max(result.SendingSeconds, 0.001);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Options.Year} in {result.TimeZone}: {result.Calls:N0} calls, {result.Incidents:N0} incidents, "
                + $"{result.Drills:N0} drills beside them. {result.Commands:N0} commands in {result.SendingSeconds:0.0} s "
                + $"({rate:N0}/s; {result.OwnProcessorSeconds:0.0} s of processor were this program's own), "
                + $"{result.Replayed:N0} of them done before."));
        Kinds(result);
        console.Write(YearFigures.Table(result.Total));
        var reports = result.Reports.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name} {r.Milliseconds:N0} ms"));
        Say($"Reports: {string.Join(", ", reports)}.");
        if (result.Foreign > 0)
            Say($"The year has {result.Foreign:N0} calls that are not of this run: no figure can agree.");
        Differences(result);
        foreach (var line in result.Wrong.Take(RowsMax))
            console.WriteLine(line);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Compared:N0} figures of the summary by month, day and station compared, "
                + $"and the response times by priority and category: {result.Differences.Count:N0} differ. "
                + $"{result.Listed:N0} incidents listed, {result.Late:N0} of their clocks ran out in silence; "
                + $"{result.Repeated:N0} commands sent once more; "
                + $"{result.Wrong.Count:N0} refusals, alarms, wrong numbers or things done twice."));
    }

    private void Kinds(YearResult result)
    {
        var table = new Table().AddColumns("command", "count", "p50 ms", "p99 ms", "max ms");
        foreach (var kind in result.Kinds)
            table.AddRow(kind.Name, N(kind.Count), Ms(kind.P50), Ms(kind.P99), Ms(kind.Max));
        console.Write(table);
    }

    private void Differences(YearResult result)
    {
        if (result.Differences.Count == 0)
            return;
        var table = new Table().AddColumns("where", "figure", "put in", "reported");
        foreach (var d in result.Differences.Take(RowsMax))
            table.AddRow(Markup.Escape(d.Where), Markup.Escape(d.Name), Markup.Escape(d.PutIn), Markup.Escape(d.Reported));
        console.Write(table);
    }

    private void Say(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string N(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
