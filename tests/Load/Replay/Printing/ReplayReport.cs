using System.Globalization;
using Spectre.Console;
using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.Load.Statistics;

namespace Tocsin.Tests.Load.Replay.Printing;

/// <summary>Says what a replay did: what was carried, what was not and why, the figures, the differences.</summary>
public sealed class ReplayReport(IAnsiConsole console)
{
    /// <summary>The most rows of one list on the screen; the file of <c>--out</c> has them all.</summary>
    public const int MostRows = 200;

    /// <summary>Prints it.</summary>
    public void Print(ReplayResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var note in result.Readings.Notes.Take(MostRows))
            console.WriteLine(note);
        Assumptions(result);
        Carried(result);
        NotCarried(result.NotCarried);
        Figures(result);
        Differences(result.Differences);
    }

    private void Assumptions(ReplayResult result)
    {
        var plan = result.Plan;
        var never = plan.Responses.Where(r => r.Row.Times.Available is null).ToList();
        var on = never.Count(r => result.Outcomes.DivertedBy(r) is not null);
        var diversions = plan.Responses.Count(r => r.TakenFrom is not null);
        var late = result.Plan.Responses.Count(r => r.TakenBy is not null && r.Row.Times.Available is not null);
        var open = plan.Incidents.Count(i => result.Outcomes.IdOf(i) is not null && !result.Outcomes.Carried(i.Closed));
        console.WriteLine($"{N(diversions)} times a unit was sent on before it was available: "
            + $"a diversion at that second ({N(late)} of them became available later, {N(on)} never).");
        var unnamed = plan.Incidents.Count(i => i.Disposition.Length == 0);
        console.WriteLine($"{N(never.Count)} responses have no availability; none was invented: "
            + $"{N(on)} ended by the diversion, {N(never.Count(result.Outcomes.StillHeld))} units stay on their "
            + $"incident. {N(open)} incidents stay open, {N(unnamed)} of them since the file has no disposition.");
        console.WriteLine(
            "Closures stand at the last moment that the file gives for an incident, units go on duty at its first: the file has neither.");
        if (result.HeldBefore > 0)
        {
            console.WriteLine($"{N(result.HeldBefore)} of its units were on an incident before the first "
                + "command (of an earlier run, or of this one if it was taken up again).");
        }

        if (result.ReadBack.Others.Count > 0)
        {
            console.WriteLine($"{N(result.ReadBack.Others.Count)} incidents of others were received in the same time (an "
                + "earlier replay?): the server's report counts them, so they are reckoned in, as they read back.");
        }
    }

    private void Carried(ReplayResult result)
    {
        var table = new Table().AddColumns("", "in the file", "carried", "not carried", "where");
        foreach (var c in CarriedCount.Of(result))
            table.AddRow(c.Field, N(c.InFile), N(c.Carried), N(c.NotCarried), c.Where);
        console.Write(table);
        var rate = result.Plan.Steps.Count / Math.Max(result.Took.TotalSeconds, 0.001);
        console.WriteLine($"{N(result.Plan.Steps.Count)} commands in {result.Took.TotalSeconds:0.0} s "
            + $"({rate:0}/s), read back and compared in {result.ReadTook.TotalSeconds:0.0} s.");
    }

    private void NotCarried(IReadOnlyList<NotCarried> list)
    {
        console.WriteLine("Not carried, row by row (entry, transport and hospital times have "
            + $"no place in the contract and are only counted): {N(list.Count)}");
        if (list.Count == 0)
            return;
        var table = new Table().AddColumns("line", "incident", "unit", "what", "value", "code", "detail");
        foreach (var n in list.Take(MostRows))
            table.AddRow([.. new[] { $"{n.Line}", n.Incident, n.Unit, n.Field, n.Value, n.Code, n.Detail }.Select(Markup.Escape)]);
        console.Write(table);
        if (list.Count > MostRows)
            console.WriteLine($"... and {N(list.Count - MostRows)} more: --out FILE writes them all.");
    }

    private void Figures(ReplayResult result)
    {
        var all = ReportFigures.Of(ReportCheck.OfFile(result.Plan));
        var carried = ReportFigures.Of(ReportCheck.OfCarried(result.Plan, result.Outcomes));
        var table = new Table().AddColumns("seconds", "of", "count", "negative", "mean", "p50", "p90", "p95");
        foreach (var name in ReportFigures.Names.Where(n => all.Intervals[n].Count + all.Intervals[n].Negative > 0))
        {
            Row(name, "file", all.Intervals[name]);
            Row(string.Empty, "carried", carried.Intervals[name]);
        }

        console.Write(table);

        void Row(string name, string of, IntervalFigures f) =>
            table.AddRow(name, of, N(f.Count), N(f.Negative), S(f.Mean), S(f.P50), S(f.P90), S(f.P95));
    }

    private void Differences(IReadOnlyList<Difference> list)
    {
        if (list.Count > 0)
        {
            var table = new Table().AddColumns("line", "incident", "unit", "what", "file", "server");
            foreach (var d in list.Take(MostRows))
                table.AddRow([.. new[] { $"{d.Line}", d.Incident, d.Unit, d.Field, d.Expected, d.Actual }.Select(Markup.Escape)]);
            console.Write(table);
        }

        console.WriteLine($"{N(list.Count)} differences in what was carried.");
    }

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string S(double? seconds) => seconds?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "-";
}
