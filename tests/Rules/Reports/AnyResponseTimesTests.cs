using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reports;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>Whatever rows there are, the report says what a plain recount of them says, and each figure lists as many as it says.</summary>
public class AnyResponseTimesTests
{
    private const int Days = 40;
    private const int Limit = 60;

    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddSeconds(200);
    private static readonly string Limits = "{" + string.Join(
        ',',
        new[] { "processing", "response", "acknowledge", "turnout", "travel", "feedback" }
            .Select(name => $"\"{name}\":{{\"seconds\":{Limit},\"buckets\":[]}}")) + "}";

    [Fact]
    public void Every_figure_of_every_group_is_as_recounted_and_lists_its_own()
    {
        var states = new HashSet<IntervalState>();
        for (var seed = 0; seed < Days; seed++)
        {
            var (incidents, responses) = Rows(new Random(seed));
            foreach (var groupBy in Enum.GetValues<GroupBy>())
            {
                var report = new ResponseTimesBuilder(Start, Now, groupBy, TimeZoneInfo.Utc, Now);
                foreach (var incident in incidents)
                    report.Add(incident);
                foreach (var response in responses)
                    report.Add(response);
                var built = report.Build();
                foreach (var interval in Enum.GetValues<ReportInterval>())
                {
                    var recounted = Recount(interval, groupBy, incidents, responses);
                    states.UnionWith(recounted.Select(r => r.State));
                    Check(recounted, Of(built.Total.Intervals, interval));
                    foreach (var group in built.Groups)
                        Check([.. recounted.Where(r => r.Key == group.Key)], Of(group.Intervals, interval));
                    foreach (var key in built.Groups.Select(g => g.Key).Prepend(null))
                    {
                        var query = new ReportedIntervalQuery(Start, Now, groupBy, key, interval, IntervalFilter.All, 3, null);
                        CheckLists(recounted, query, incidents, responses);
                    }
                }
            }
        }

        Assert.Equal(Enum.GetValues<IntervalState>(), states.Order());
    }

    private static void Check(List<Recounted> recounted, IntervalView view)
    {
        Assert.Equal(
            (Count(IntervalState.Measured), Count(IntervalState.Negative), Count(IntervalState.Suspect)),
            (view.Count, view.Negative, view.Suspect));
        Assert.Equal((Count(IntervalState.Never), Count(IntervalState.Open)), (view.Never, view.Open));
        var judged = recounted.Where(r => r.Within is not null).ToList();
        var share = view.Count == 0 || judged.Count == 0 ? (double?)null : (double)judged.Count(r => r.Within == true) / judged.Count;
        Assert.Equal(share is { } s ? (double?)Math.Round(s, 4, MidpointRounding.AwayFromZero) : null, view.WithinTarget);

        int Count(IntervalState state) => recounted.Count(r => r.State == state);
    }

    private static void CheckLists(
        List<Recounted> recounted, ReportedIntervalQuery query, List<IncidentRow> incidents, List<ReportedResponse> responses)
    {
        foreach (var show in Enum.GetValues<IntervalFilter>())
        {
            var expected = recounted
                .Where(r => query.Key is null || r.Key == query.Key)
                .Where(r => show switch
                {
                    IntervalFilter.All => true,
                    IntervalFilter.Late => r.Within == false,
                    _ => r.State.ToString() == show.ToString(),
                })
                .OrderByDescending(r => r.ReceivedAt)
                .ThenBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => (r.Name, r.State, r.Seconds, r.Within));
            var isOfIncidents = query.Interval < ReportInterval.Acknowledge;
            Assert.Equal(expected, All(query with { Show = show }, incidents, responses).Select(i => (
                $"{i.IncidentId}/{(isOfIncidents ? "" : i.UnitId?.Value)}", i.State, i.Seconds, i.WithinTarget)));
        }
    }

    // Page after page, each told only what the journal would be asked for.
    private static List<ReportedIntervalView> All(
        ReportedIntervalQuery query, List<IncidentRow> incidents, List<ReportedResponse> responses)
    {
        var all = new List<ReportedIntervalView>();
        string? cursor = null;
        do
        {
            Assert.True(ReportedPlace.TryRead(cursor, out var after));
            var page = new ReportedIntervalPage(query, after, TimeZoneInfo.Utc, Now);
            if (page.IsOfIncidents)
            {
                foreach (var incident in incidents.Where(i => i.ReceivedAt < page.To))
                    page.Add(incident);
            }
            else
            {
                foreach (var response in responses.Where(r => r.ReceivedAt < page.To))
                    page.Add(response);
            }

            (var items, cursor) = page.Build();
            Assert.InRange(items.Count, cursor is null ? 0 : query.Limit, query.Limit);
            all.AddRange(items);
        }
        while (cursor is not null);
        return all;
    }

    private static List<Recounted> Recount(
        ReportInterval interval, GroupBy groupBy, List<IncidentRow> incidents, List<ReportedResponse> responses)
    {
        var found = new List<Recounted>();
        if (interval < ReportInterval.Acknowledge)
        {
            foreach (var i in incidents)
            {
                var isProcessing = interval == ReportInterval.Processing;
                var end = isProcessing ? i.FirstAssignedAt : i.FirstOnSceneAt;
                var (unit, station) = !isProcessing && end is not null
                    ? (i.FirstOnSceneUnit, i.FirstOnSceneStation)
                    : (i.FirstAssignedUnit, i.FirstAssignedStation);
                var key = KeyOf(groupBy, i.ReceivedAt, i.Category, i.Priority, station, unit);
                var suspect = !isProcessing && end < i.FirstAssignedAt;
                Add($"{i.Id}/", key, i.ReceivedAt, i.ReceivedAt, end, i.Open ? null : i.ClosedAt, suspect);
            }

            return found;
        }

        foreach (var reported in responses)
        {
            var r = reported.Response;
            var told = responses.Where(o => o.Response.Incident == r.Incident).Min(o => o.Response.FeedbackAt);
            var (start, end, until) = interval switch
            {
                ReportInterval.Acknowledge => (r.AssignedAt, r.AcknowledgedAt, r.EnRouteAt ?? r.OnSceneAt ?? r.ClearedAt),
                ReportInterval.Turnout => (r.AssignedAt, r.EnRouteAt, r.OnSceneAt ?? r.ClearedAt),
                ReportInterval.Travel => (r.EnRouteAt, r.OnSceneAt, r.ClearedAt),
                _ => (r.OnSceneAt, r.FeedbackAt, told ?? reported.IncidentClosedAt),
            };
            var key = KeyOf(groupBy, reported.ReceivedAt, reported.Category, reported.Priority, r.Station, r.Unit);
            var suspect = interval switch
            {
                ReportInterval.Travel => r.EnRouteAt < r.AssignedAt || r.OnSceneAt < r.AssignedAt,
                ReportInterval.Feedback => r.OnSceneAt < r.AssignedAt,
                _ => false,
            };
            Add($"{r.Incident}/{r.Unit}", key, reported.ReceivedAt, start, end, until, suspect);
        }

        return found;

        void Add(
            string name,
            string? key,
            DateTimeOffset receivedAt,
            DateTimeOffset? start,
            DateTimeOffset? end,
            DateTimeOffset? until,
            bool suspect)
        {
            if (start is not { } began)
                return;
            var seconds = ((end ?? until ?? Now) - began).TotalSeconds;
            var state = end is not null
                ? seconds < 0 ? IntervalState.Negative : suspect ? IntervalState.Suspect : IntervalState.Measured
                : until is not null || seconds > Limit ? IntervalState.Never : IntervalState.Open;
            bool? within = state switch
            {
                IntervalState.Negative or IntervalState.Suspect => null,
                IntervalState.Measured => seconds <= Limit,
                _ => seconds > Limit ? false : null,
            };
            found.Add(new Recounted(name, key, receivedAt, state, seconds, within));
        }
    }

    private static string? KeyOf(
        GroupBy groupBy, DateTimeOffset receivedAt, string category, short priority, string? station, UnitId? unit) => groupBy switch
        {
            GroupBy.Category => category,
            GroupBy.Priority => priority.ToString(CultureInfo.InvariantCulture),
            GroupBy.Hour => receivedAt.Hour.ToString("00", CultureInfo.InvariantCulture),
            GroupBy.Station => station,
            _ => unit?.Value,
        };

    private static IntervalView Of(IntervalsView intervals, ReportInterval interval) => interval switch
    {
        ReportInterval.Processing => intervals.Processing,
        ReportInterval.Response => intervals.Response,
        ReportInterval.Acknowledge => intervals.Acknowledge,
        ReportInterval.Turnout => intervals.Turnout,
        ReportInterval.Travel => intervals.Travel,
        _ => intervals.Feedback,
    };

    private static (List<IncidentRow> Incidents, List<ReportedResponse> Responses) Rows(Random random)
    {
        var (incidents, responses) = (new List<IncidentRow>(), new List<ReportedResponse>());
        for (var i = 0; i < 12; i++)
        {
            var receivedAt = Start.AddSeconds(random.Next(6) * 20);
            var rows = Enumerable.Range(0, random.Next(4)).Select(n => new ResponseRow(
                IncidentId.Of($"i{i:00}"), n, UnitId.Of($"P{n}"), random.Next(3) == 0 ? null : $"s{random.Next(2)}", true,
                receivedAt.AddSeconds(random.Next(90)), Maybe(), Maybe(), Maybe(), Maybe(), Maybe())).ToList();
            var (first, arrived) = (rows.MinBy(r => r.AssignedAt), rows.Where(r => r.OnSceneAt is not null).MinBy(r => r.OnSceneAt));
            var closed = random.Next(2) == 0 ? Maybe() : null;
            var incident = new IncidentRow(
                IncidentId.Of($"i{i:00}"), $"260504-{i:0000}", closed is null, $"c{random.Next(2)}", (short)random.Next(1, 3), "own", false,
                receivedAt, closed, first?.AssignedAt, first?.Unit, first?.Station, arrived?.OnSceneAt, arrived?.Unit, arrived?.Station, "")
            {
                Targets = Limits,
            };
            incidents.Add(incident);
            responses.AddRange(rows.Select(r => new ReportedResponse(r, receivedAt, incident.Category, incident.Priority, Limits)
            {
                IncidentNumber = incident.Number,
                IncidentClosedAt = closed,
            }));

            DateTimeOffset? Maybe() => random.Next(2) == 0 ? null : receivedAt.AddSeconds(random.Next(-5, 180));
        }

        return (incidents, responses);
    }

    private sealed record Recounted(
        string Name, string? Key, DateTimeOffset ReceivedAt, IntervalState State, double Seconds, bool? Within);
}
