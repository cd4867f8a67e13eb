using System.Globalization;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Running;
using Tocsin.Tests.Load.Statistics;

namespace Tocsin.Tests.Load.Replay.Comparing;

/// <summary>
/// Compares the server's response-times report with the figures computed here. The report covers whatever was
/// received in the range, so incidents of others that read back are reckoned in, by what the server says of them.
/// </summary>
public sealed class ReportCheck(TocsinClient client)
{
    /// <summary>The longest range of one report; a longer file is compared in pieces of it.</summary>
    public static readonly TimeSpan LongestRange = TimeSpan.FromDays(400);

    /// <summary>Means are answered to the millisecond; percentiles are whole milliseconds.</summary>
    public const double Tolerance = 0.000_51;

    /// <summary>The facts of what the file says, all of it.</summary>
    public static IReadOnlyList<IncidentFact> OfFile(ReplayPlan plan) =>
        [.. plan.Incidents.Select(i => new IncidentFact(i.ReceivedAt, i.Category, i.Priority,
            [.. i.Responses.Select(r => new ResponseFact(r.DispatchAt, null, r.Row.Times.Response, r.Row.Times.OnScene, null))]))];

    /// <summary>The facts of what was carried.</summary>
    public static IReadOnlyList<IncidentFact> OfCarried(ReplayPlan plan, Outcomes outcomes) =>
        [.. plan.Incidents.Where(i => outcomes.IdOf(i) is not null).Select(i => new IncidentFact(i.ReceivedAt, i.Category, i.Priority,
            [.. i.Responses.Where(r => outcomes.Carried(r.Started)).Select(r => new ResponseFact(
                r.DispatchAt,
                null,
                outcomes.Carried(r.EnRoute) ? r.Row.Times.Response : null,
                outcomes.Carried(r.OnScene) ? r.Row.Times.OnScene : null,
                null))]))];

    /// <summary>The facts of incidents as the server tells them.</summary>
    public static IReadOnlyList<IncidentFact> OfOthers(IEnumerable<IncidentView> incidents) =>
        [.. incidents.Select(i => new IncidentFact(i.ReceivedAt, i.Category, i.Priority,
            [.. i.Assignments.Select(a => new ResponseFact(a.AssignedAt, a.AcknowledgedAt, a.EnRouteAt, a.OnSceneAt, a.FeedbackAt))]))];

    /// <summary>Every figure of the reports, by priority and by category, that is not as computed from <paramref name="facts"/>.</summary>
    public async Task<IReadOnlyList<Difference>> CompareAsync(
        IReadOnlyList<IncidentFact> facts, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var differences = new List<Difference>();
        for (var start = from; start < to; start += LongestRange)
        {
            var end = start + LongestRange < to ? start + LongestRange : to;
            var inRange = facts.Where(f => f.ReceivedAt >= start && f.ReceivedAt < end).ToList();
            await CompareAsync(differences, inRange, "priority", f => $"{f.Priority}", start, end, stop);
            await CompareAsync(differences, inRange, "category", f => f.Category, start, end, stop);
        }

        return differences;
    }

    private async Task CompareAsync(
        List<Difference> differences,
        List<IncidentFact> facts,
        string groupBy,
        Func<IncidentFact, string> key,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken stop)
    {
        var path = $"/reports/response-times?from={Wire.Time(from)}&to={Wire.Time(to)}&groupBy={groupBy}";
        var reply = await client.GetAsync(path, Role.Supervisor, stop);
        if (!reply.Ok)
        {
            differences.Add(new Difference(0, string.Empty, string.Empty, path, "200", $"{reply.Status} {reply.Code}"));
            return;
        }

        var report = reply.Read<ResponseTimesView>();
        var expected = facts.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        Same(
            differences,
            $"report by {groupBy}: groups",
            string.Join("|", expected.Select(g => g.Key)),
            string.Join("|", report.Groups.Select(g => g.Key).Order(StringComparer.Ordinal)));
        Compare(differences, $"report by {groupBy}, total", ReportFigures.Of(facts), report.Total);
        foreach (var group in expected)
        {
            if (report.Groups.FirstOrDefault(g => g.Key == group.Key) is { } there)
                Compare(differences, $"report by {groupBy}, {group.Key}", ReportFigures.Of([.. group]), there);
        }
    }

    private static void Compare(List<Difference> differences, string where, ReportFigures expected, ReportGroupView actual)
    {
        Same(differences, $"{where}: incidents", $"{expected.Incidents}", $"{actual.Incidents}");
        Same(differences, $"{where}: responses", $"{expected.Responses}", $"{actual.Responses}");
        foreach (var (name, figures) in expected.Intervals)
        {
            if (!actual.Intervals.TryGetValue(name, out var there))
            {
                Same(differences, $"{where}: {name}", "figures", "nothing");
                continue;
            }

            Same(differences, $"{where}: {name} count", $"{figures.Count}", $"{there.Count}");
            Same(differences, $"{where}: {name} negative", $"{figures.Negative}", $"{there.Negative}");
            Near(differences, $"{where}: {name} mean", figures.Mean, there.Mean);
            Near(differences, $"{where}: {name} p50", figures.P50, there.P50);
            Near(differences, $"{where}: {name} p90", figures.P90, there.P90);
            Near(differences, $"{where}: {name} p95", figures.P95, there.P95);
        }
    }

    private static void Near(List<Difference> differences, string field, double? expected, double? actual)
    {
        if (expected is { } left && actual is { } right && Math.Abs(left - right) <= Tolerance)
            return;
        Same(differences, field, Text(expected), Text(actual));
    }

    private static string Text(double? figure) => figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "nothing";

    private static void Same(List<Difference> differences, string field, string expected, string actual)
    {
        if (expected != actual)
            differences.Add(new Difference(0, string.Empty, string.Empty, field, expected, actual));
    }
}
