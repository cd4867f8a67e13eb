using Tocsin.Tests.Load.Year;
using Tocsin.Tests.Load.Year.Planning;
using Tocsin.Tests.Load.Year.Running;

namespace Tocsin.Tests.LoadTests.Year;

/// <summary>The plan of a year: it comes to the published figures, and it could have happened.</summary>
public sealed class YearPlanTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Lazy<YearPlan> Whole = new(() => YearPlanner.Plan(YearCounts.Whole, 2023, Shanghai, 1, "u"));

    private static YearPlan Plan => Whole.Value;

    [Fact]
    public void The_whole_year_has_the_published_figures()
    {
        var results = Plan.CountedIncidents.SelectMany(i => i.Feedback).SelectMany(f => f.Results).ToLookup(r => r.Key, r => r.Value);
        var closed = Plan.CountedIncidents.Where(i => i.ClosedAt is not null).CountBy(i => i.Category.Class).ToDictionary();

        Assert.Equal((67_077, 17_643), (Plan.CountedCalls.Count(), Plan.CountedIncidents.Count()));
        Assert.Equal((14_326, 1_265), (closed["help"], closed["dispute"]));
        Assert.Equal(12, Plan.CountedIncidents.Count(i => i.ClosedAt is null));
        Assert.Equal((116m, 27m), (results["arrests"].Sum(), results["fugitives"].Sum()));
        Assert.Equal(1.17, Plan.Incidents.Average(i => i.Responses.Count), 0.001);
    }

    [Fact]
    public void The_three_clocks_have_the_published_shares()
    {
        var responses = Plan.CountedIncidents.SelectMany(i => i.Responses).ToList();
        var feedback = Plan.CountedIncidents.Where(i => i.Responses[0].OnSceneAt is not null)
            .Select(i => i.Feedback[0].At - i.Responses[0].OnSceneAt!.Value);

        Assert.Equal(0.989, Within(responses.Select(r => r.AcknowledgedAt - r.AssignedAt), 30), 0.005);
        Assert.Equal(
            0.707, Within(responses.Where(r => r.OnSceneAt is not null).Select(r => r.OnSceneAt!.Value - r.EnRouteAt!.Value), 300), 0.015);
        Assert.Equal(0.35, Within(feedback, 1_800), 0.015);
    }

    [Fact]
    public void The_same_seed_plans_the_same_year_and_another_seed_another()
    {
        Assert.Equal(Text(Small(7)), Text(Small(7)));
        Assert.NotEqual(Text(Small(7)), Text(Small(8)));
    }

    [Fact]
    public void No_unit_is_on_two_incidents_at_a_time()
    {
        foreach (var unit in Plan.Incidents.SelectMany(i => i.Responses).GroupBy(r => r.Unit))
        {
            var inOrder = unit.OrderBy(r => r.AssignedAt).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.FreeAt <= pair.Second.AssignedAt));
        }
    }

    [Fact]
    public void A_unit_waits_in_the_journal_too_until_its_incident_before_is_over()
    {
        var last = new Dictionary<string, YearIncident>();
        foreach (var incident in Plan.Incidents)
        {
            foreach (var response in incident.Responses)
            {
                if (last.TryGetValue(response.Unit, out var before))
                    Assert.Contains(before, incident.After);
                last[response.Unit] = incident;
            }

            Assert.All(incident.After, before => Assert.True(before.Index < incident.Index));
        }
    }

    [Fact]
    public void Everything_that_happens_to_an_incident_happens_in_order_and_before_its_end() => Assert.All(Plan.Incidents, incident =>
    {
        Assert.InRange(incident.ReceivedAt, Plan.From, Plan.To);
        Assert.All(incident.Responses, r =>
        {
            Assert.True(r.AssignedAt >= incident.ReceivedAt && r.FreeAt >= (r.OnSceneAt ?? r.EnRouteAt ?? r.AssignedAt));
            Assert.True(r.EnRouteAt is null || (r.EnRouteAt > r.AssignedAt && r.EnRouteAt > r.AcknowledgedAt));
            Assert.True(r.OnSceneAt is null || r.OnSceneAt > r.EnRouteAt);
            Assert.True(r.End != ResponseEnd.Cancelled || r.OnSceneAt is null);
            Assert.True(
                incident.ClosedAt is null || (r.End == ResponseEnd.Closed ? r.FreeAt == incident.ClosedAt : r.FreeAt < incident.ClosedAt));
        });
        Assert.All(incident.Feedback, f => Assert.True(incident.ClosedAt is null || f.At <= incident.ClosedAt));
        var steps = YearStep.Of(incident);
        Assert.Equal("assign", steps[0].Kind);
        Assert.Equal(
            incident.ClosedAt is null ? "feedback" : "close",
            incident.ClosedAt is null ? steps.Last(s => s.Kind == "feedback").Kind : steps[^1].Kind);
        Assert.Equal(steps.Count, steps.Select(s => s.Key).Distinct().Count());
    });

    [Fact]
    public void Calls_lie_in_the_year_and_those_about_an_incident_come_after_it_was_told_of() => Assert.All(Plan.Calls, call =>
    {
        Assert.True(call.RangAt >= Plan.From && call.RangAt < Plan.To);
        Assert.Equal(call.Kind == "abandoned", call.AnsweredAt is null);
        Assert.Equal(call.Kind is "incident" or "duplicate", call.Incident is not null);
        Assert.True(call.Kind != "duplicate" || call.RangAt > call.Incident!.ReceivedAt);
        Assert.True(call.Kind != "incident" || (call.AnsweredAt == call.Incident!.ReceivedAt && call.Incident.Call == call));
    });

    [Fact]
    public void Every_disposition_and_calls_without_one_are_there_and_days_are_uneven()
    {
        Assert.Equal(9, Plan.CountedCalls.Select(c => c.Kind).Distinct().Count());
        var hours = Plan.Calls.CountBy(c => TimeZoneInfo.ConvertTime(c.RangAt, Shanghai).Hour).ToDictionary();
        var months = Plan.Calls.CountBy(c => TimeZoneInfo.ConvertTime(c.RangAt, Shanghai).Month).ToDictionary();
        Assert.True(hours[19] > 4 * hours[4]);
        Assert.True(months[7] > 1.15 * months[12]);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.37)]
    public void A_share_of_the_year_leaves_nothing_out(double share)
    {
        var counts = YearCounts.Of(share);
        var plan = YearPlanner.Plan(counts, 2019, TimeZoneInfo.Utc, 3, "u");

        Assert.Equal((counts.Calls, counts.Incidents), (plan.CountedCalls.Count(), plan.CountedIncidents.Count()));
        Assert.Equal(["dispute", "help", "other"], plan.CountedIncidents.Select(i => i.Category.Class).Distinct().Order());
        Assert.Equal(counts.DisputesOpen, plan.CountedIncidents.Count(i => i.ClosedAt is null));
        Assert.Contains(plan.Incidents, i => i.Exercise);
    }

    [Fact]
    public void A_year_is_that_of_its_zone_also_where_clocks_are_changed()
    {
        var plan = YearPlanner.Plan(YearCounts.Of(0.01), 2021, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), 1, "u");

        Assert.Equal(new DateTimeOffset(2021, 1, 1, 5, 0, 0, TimeSpan.Zero), plan.From);
        Assert.Equal(TimeSpan.FromDays(365), plan.To - plan.From);
    }

    private static double Within(IEnumerable<TimeSpan> lengths, int seconds)
    {
        var all = lengths.ToList();
        return (double)all.Count(l => l.TotalSeconds <= seconds) / all.Count;
    }

    private static YearPlan Small(int seed) => YearPlanner.Plan(YearCounts.Of(0.01), 2023, TimeZoneInfo.Utc, seed, "u");

    private static string Text(YearPlan plan) => string.Join('\n', plan.Incidents
        .Select(i => $"{i.ReceivedAt:O} {i.Category} {i.Priority} {i.Station} {string.Join(' ', i.Responses)} {i.ClosedAt:O}")
        .Concat(plan.Calls.Select(c => $"{c.RangAt:O} {c.AnsweredAt:O} {c.Kind} {c.Incident?.Index} {c.FirstKind}")));
}
