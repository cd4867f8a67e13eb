using System.Globalization;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Reports;
using Tocsin.Settings;
using Tocsin.Tests.Rules.Properties;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>Whatever a day brought, its summary is what its trails say.</summary>
public class AnySummaryTests
{
    // What is reported late happened hours before. The day begins at this zone's midnight, and its month with it: so those are of another.
    private static readonly DateTimeOffset From = Centre.Start.AddDays(-1);
    private static readonly DateTimeOffset To = Centre.Start.AddDays(2);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("a zone", TimeSpan.FromHours(-8), "a zone", "a zone");
    private static readonly CategoryClasses Classes = new(
        new Dictionary<string, IReadOnlyList<string>> { ["help"] = ["x"], ["dispute"] = ["theft"] });

    [Fact]
    public void By_month_day_and_station_and_in_all_every_figure_is_as_the_trails_say() => Days.CheckEnd(centre =>
    {
        var naive = new NaiveSummary(centre.Journal);
        foreach (var by in Enum.GetValues<SummaryBy>())
        {
            var summary = Of(centre, by);
            Assert.Equal(naive.Figures((_, _) => true), Figures(summary.Total));
            foreach (var group in summary.Groups)
                Assert.Equal(naive.Figures((at, station) => KeyOf(by, at, station) == group.Key), Figures(group.Figures));
            Assert.Equal(summary.Total.Calls.Count, summary.Groups.Sum(g => g.Figures.Calls.Count));
            Assert.Equal(summary.Total.Incidents.Count, summary.Groups.Sum(g => g.Figures.Incidents.Count));
        }
    });

    [Fact]
    public void Days_are_such_that_the_property_speaks_of_everything()
    {
        var met = new HashSet<string>();
        Days.CheckDirected((_, _, _, _) => { }, centre =>
        {
            met.UnionWith(Figures(Of(centre, SummaryBy.Day).Total).Select(figure => figure.Split(' ')[0]));
            met.UnionWith(centre.States.All.Values.OfType<IncidentState>().Where(i => i.Exercise).Select(_ => "drill"));
        });
        Assert.Empty(
            new[] { "calls", "incident", "duplicate", "falseReport", "undisposed", "category", "result", "clock", "drill" }.Except(met));
    }

    private static SummaryReport Of(Centre centre, SummaryBy by)
    {
        var rows = new NarrowRows();
        var views = new Dictionary<IncidentId, string>();
        foreach (var state in centre.States.All.Values)
        {
            state.AddRows(StreamDefinitions.Catalogue.Initial(state.Stream), rows);
            if (state is IncidentState { Version: > 0 } incident)
                views[incident.Id] = incident.ToBoard().View;
        }

        // What the reads of the journal do on both databases; see the journal's own specifications.
        var counted = rows.Incidents.Where(i => !i.Exercise).ToDictionary(i => i.Id);
        var builder = new SummaryBuilder(From, To, by, Zone, Classes, To);
        foreach (var call in rows.Calls.Where(c => c.Incident is not { } id || counted.ContainsKey(id)))
            builder.Add(new ReportedCall(call.ReceivedAt, call.DispositionKind, call.Incident is { } id ? counted[id].Station : null));
        foreach (var incident in counted.Values)
        {
            builder.Add(incident);
            builder.Add(new ProjectedRow(incident.ReceivedAt, incident.Station, views[incident.Id]));
        }

        foreach (var response in rows.Responses.Where(r => counted.ContainsKey(r.Incident)))
        {
            var incident = counted[response.Incident];
            builder.Add(new ReportedResponse(response, incident.ReceivedAt, incident.Category, incident.Priority, null)
            {
                IncidentStation = incident.Station,
                IncidentClosedAt = incident.Open ? null : incident.ClosedAt,
            });
        }

        return builder.Build();
    }

    private static string? KeyOf(SummaryBy by, DateTimeOffset at, string? station) => by switch
    {
        SummaryBy.Station => station,
        SummaryBy.Month => at.ToOffset(Zone.BaseUtcOffset).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => at.ToOffset(Zone.BaseUtcOffset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static List<string> Figures(SummaryFigures f) =>
    [
        $"calls {f.Calls.Count}",
        .. f.Calls.Dispositions.Where(d => d.Value > 0).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}"),
        $"undisposed {f.Calls.Undisposed}",
        $"incidents {f.Incidents.Count} open {f.Incidents.Open}",
        .. f.Incidents.Priorities.Where(p => p.Value > 0).OrderBy(p => p.Key).Select(p => $"priority {p.Key} {p.Value}"),
        .. f.Incidents.Categories.OrderBy(c => c.Category, StringComparer.Ordinal)
            .Select(c => $"category {c.Category} {c.Count} open {c.Open}"),
        $"help {f.HelpCompleted}",
        $"disputes {f.DisputesOpen} {f.DisputesResolved}",
        .. f.Results.Select(r => $"result {r.Key} {r.Value}"),
        $"responses {f.Incidents.Responses}",
        Clock(f.Clocks.Acknowledge),
        Clock(f.Clocks.Travel),
        Clock(f.Clocks.Feedback),
    ];

    private static string Clock(SummaryClock clock) =>
        $"clock {string.Join(' ', clock.Buckets.Select(b => b.Count))} negative {clock.Negative} suspect {clock.Suspect}"
            + $" never {clock.Never} open {clock.Open}";
}
