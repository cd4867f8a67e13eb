using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reports;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>What never came stands beside what came: no figure is better because somebody did nothing.</summary>
public class NeverTests
{
    private const string Limits = """{"processing":{"seconds":60,"buckets":[]},"acknowledge":{"seconds":30,"buckets":[]}"""
        + ""","feedback":{"seconds":600,"buckets":[]}}""";

    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddMinutes(20);

    [Fact]
    public void Ten_of_twenty_two_that_never_signed_are_never_and_have_missed_the_limit()
    {
        var signed = Enumerable.Range(0, 12).Select(i => Assignment(i) with { AcknowledgedAt = Start.AddSeconds(i == 11 ? 45 : 2) });
        var acknowledge = Report([.. signed, .. Enumerable.Range(12, 10).Select(Assignment)]).Acknowledge;
        Assert.Equal((12, 10, 0), (acknowledge.Count, acknowledge.Never, acknowledge.Open));
        Assert.Equal((30, 0.5), (acknowledge.Target, acknowledge.WithinTarget));
        Assert.Equal(2d, acknowledge.P90);
    }

    [Fact]
    public void Within_its_limit_an_end_is_open_and_counts_neither_for_nor_against()
    {
        var acknowledge = Report(
            [
                Assignment(0) with { AcknowledgedAt = Start.AddSeconds(1) },
                Assignment(1) with { AssignedAt = Now.AddSeconds(-30) },
            ]).Acknowledge;
        Assert.Equal((1, 0, 1, 1d), (acknowledge.Count, acknowledge.Never, acknowledge.Open, acknowledge.WithinTarget));
        Assert.Equal(1, Report([Assignment(0) with { AssignedAt = Now.AddSeconds(-30.001) }]).Acknowledge.Never);
    }

    [Fact]
    public void Without_a_limit_it_is_open_for_as_long_as_the_assignment_runs()
    {
        Assert.Equal((0, 1), Missing(Report([Assignment(0)], targets: null).Acknowledge));
        Assert.Equal((1, 0), Missing(Report([Assignment(0) with { ClearedAt = Start.AddSeconds(9) }], targets: null).Acknowledge));
    }

    [Fact]
    public void Who_was_called_off_before_the_limit_or_moved_off_without_a_press_has_missed_nothing()
    {
        var acknowledge = Report(
            [
                Assignment(0) with { AcknowledgedAt = Start.AddSeconds(1) },
                Assignment(1) with { ClearedAt = Start.AddSeconds(30) },
                Assignment(2) with { EnRouteAt = Start.AddSeconds(20) },
                Assignment(3) with { OnSceneAt = Start.AddSeconds(31) },
            ]).Acknowledge;
        Assert.Equal((1, 3, 0), (acknowledge.Count, acknowledge.Never, acknowledge.Open));
        Assert.Equal(0.5, acknowledge.WithinTarget);
    }

    [Fact]
    public void One_units_feedback_is_enough_for_the_limit_of_all_that_were_there()
    {
        var feedback = Report(
            [
                Assignment(0) with { OnSceneAt = Start, FeedbackAt = Start.AddMinutes(5), ClearedAt = Start.AddMinutes(6) },
                Assignment(1) with { OnSceneAt = Start, ClearedAt = Start.AddMinutes(6) },
            ]).Feedback;
        Assert.Equal((1, 1, 0, 1d), (feedback.Count, feedback.Never, feedback.Open, feedback.WithinTarget));
        var nobody = Report([Assignment(1) with { OnSceneAt = Start, ClearedAt = Start.AddMinutes(6) }], targets: null).Feedback;
        Assert.Equal((0, 1), Missing(nobody));
    }

    [Fact]
    public void An_incident_that_nobody_reached_is_never_where_it_is_closed_else_open_and_stands_in_the_group_of_who_was_sent()
    {
        var sent = Incident("sent") with
        {
            FirstAssignedAt = Start.AddSeconds(5),
            FirstAssignedUnit = UnitId.Of("P01"),
            FirstAssignedStation = "north",
        };
        var report = new ResponseTimesBuilder(Start, Now, GroupBy.Station, TimeZoneInfo.Utc, Now);
        report.Add(sent);
        report.Add(Incident("alone") with { Open = false, ClosedAt = Start.AddMinutes(1) });
        report.Add(Incident("waits") with { ReceivedAt = Now.AddSeconds(-1) });
        var built = report.Build();
        var (total, group) = (built.Total.Intervals, Assert.Single(built.Groups));
        Assert.Equal((0, 1, 2), (total.Response.Count, total.Response.Never, total.Response.Open));
        Assert.Equal((1, 1, 1), (total.Processing.Count, total.Processing.Never, total.Processing.Open));
        Assert.Equal(("north", 0, 1), (group.Key, group.Intervals.Response.Never, group.Intervals.Response.Open));
    }

    [Fact]
    public void A_priority_of_which_nobody_arrived_has_its_group_and_says_so()
    {
        var report = new ResponseTimesBuilder(Start, Now, GroupBy.Priority, TimeZoneInfo.Utc, Now);
        report.Add(Incident("one") with { Priority = 1, Open = false, ClosedAt = Start.AddMinutes(9) });
        var group = Assert.Single(report.Build().Groups);
        Assert.Equal(("1", 0, 1), (group.Key, group.Intervals.Response.Count, group.Intervals.Response.Never));
        Assert.Null(group.Intervals.Response.WithinTarget);
    }

    private static (int Never, int Open) Missing(IntervalView interval) => (interval.Never, interval.Open);

    private static IntervalsView Report(IEnumerable<ResponseRow> responses, string? targets = Limits)
    {
        var report = new ResponseTimesBuilder(Start, Now, GroupBy.Priority, TimeZoneInfo.Utc, Now);
        foreach (var response in responses)
            report.Add(new ReportedResponse(response, Start, "theft", 2, targets));
        return report.Build().Total.Intervals;
    }

    private static ResponseRow Assignment(int ordinal) => new(
        IncidentId.Of("a"), ordinal, UnitId.Of($"P{ordinal:00}"), "north", true, Start, null, null, null, null, null);

    private static IncidentRow Incident(string id) => new(
        IncidentId.Of(id), id, true, "theft", 2, "north", false, Start, null, null, null, null, null, null, null, "")
    {
        Targets = Limits,
    };
}
