using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>What reports read: the narrow rows, whole.</summary>
public abstract class ReportTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task Every_field_of_an_incidents_row_comes_back_as_it_was_last_written()
    {
        var plain = Rows.Incident("plain") with { Station = null };
        var full = new IncidentRow(
            IncidentId.Of("full"), "260504-0002", false, "盗窃", 4, "west", false, At(1), At(2), At(3), UnitId.Of("u1"), "s1", At(4),
            UnitId.Of("u2"), "s2", "搜索");
        await CommitAsync(Draft().Event(Incident("plain"), 0).Row(plain).Event(Incident("full"), 0)
            .Row(Rows.Incident("full") with { Number = "260504-0002" }));
        await CommitAsync(Draft().Event(Incident("full"), 1).Row(full));
        var rows = await IncidentsAsync(Conformance.Draft.Noon, Conformance.Draft.Noon.AddDays(1));
        Assert.Equal([full, plain], rows.OrderBy(r => r.Id.Value));
    }

    [Fact]
    public async Task Every_field_of_an_assignments_row_comes_back_as_it_was_last_written_with_its_incident()
    {
        var incident = Rows.Incident("a") with { Category = "fire", Priority = 1, ReceivedAt = At(5), Open = false, ClosedAt = At(7) };
        var plain = new ResponseRow(IncidentId.Of("a"), 0, UnitId.Of("u0"), null, false, null, null, null, null, null, null);
        var full = new ResponseRow(IncidentId.Of("a"), 1, UnitId.Of("u1"), "west", true, At(1), At(2), At(3), At(4), At(5), At(6));
        await CommitAsync(Draft().Event(Incident("a"), 0).Row(incident).Row(plain).Row(Rows.Response("a", 1, "u1")));
        await CommitAsync(Draft().Event(Incident("a"), 1).Row(full));
        var rows = await ResponsesAsync(Conformance.Draft.Noon, Conformance.Draft.Noon.AddDays(1));
        Assert.Equal(
            [
                new ReportedResponse(plain, At(5), "fire", 1, null)
                {
                    IncidentStation = "north",
                    IncidentNumber = incident.Number,
                    IncidentClosedAt = At(7),
                },
                new ReportedResponse(full, At(5), "fire", 1, null)
                {
                    IncidentStation = "north",
                    IncidentNumber = incident.Number,
                    IncidentClosedAt = At(7),
                },
            ],
            rows.OrderBy(r => r.Response.Ordinal));

        // One that was reopened is closed no more.
        await CommitAsync(Draft().Event(Incident("a"), 2).Row(incident with { Open = true }));
        Assert.All(
            await ResponsesAsync(Conformance.Draft.Noon, Conformance.Draft.Noon.AddDays(1)), row => Assert.Null(row.IncidentClosedAt));
    }

    [Fact]
    public async Task Only_what_was_received_from_the_first_instant_and_before_the_last_counts_and_no_exercise()
    {
        foreach (var (id, ms, exercise) in new[]
        {
            ("before", -1, false),
            ("first", 0, false),
            ("drill", 1, true),
            ("last", 9, false),
            ("after", 10, false),
        })
        {
            var row = Rows.Incident(id) with { ReceivedAt = At(ms), Exercise = exercise, Open = id != "last" };
            await CommitAsync(Draft().Event(Incident(id), 0).Row(row).Row(Rows.Response(id, 0, "u")));
        }

        Assert.Equal(["first", "last"], (await IncidentsAsync(At(0), At(10))).Select(r => r.Id.Value).Order());
        Assert.Equal(["first", "last"], (await ResponsesAsync(At(0), At(10))).Select(r => r.Response.Incident.Value).Order());
        Assert.Empty(await IncidentsAsync(At(2), At(9)));
    }

    [Fact]
    public async Task A_long_report_gives_every_row_once()
    {
        for (var block = 0; block < 9; block++)
        {
            var draft = Draft();
            for (var i = 0; i < 250; i++)
            {
                var id = $"i{block}-{i}";
                draft.Event(Incident(id), 0).Row(Rows.Incident(id) with { ReceivedAt = At(i % 7) });
                for (var j = 0; j < i % 4; j++)
                    draft.Row(Rows.Response(id, j, $"u{j}"));
            }

            await CommitAsync(draft);
        }

        var incidents = await IncidentsAsync(At(0), At(7));
        Assert.Equal((2250, 2250), (incidents.Count, incidents.Select(r => r.Id).Distinct().Count()));
        var responses = await ResponsesAsync(At(0), At(7));
        var expected = 9 * Enumerable.Range(0, 250).Sum(i => i % 4);
        Assert.Equal(
            (expected, expected), (responses.Count, responses.Select(r => (r.Response.Incident, r.Response.Ordinal)).Distinct().Count()));
    }

    [Fact]
    public async Task A_number_that_another_incident_has_is_refused_and_nothing_is_written()
    {
        await CommitAsync(Draft().Event(Incident("a"), 0).Row(Rows.Incident("a")));
        var result = await AppendAsync(Draft()
            .Event(Incident("b"), 0)
            .Event(Unit("u"), 0)
            .Row(Rows.Incident("b") with { Number = Rows.Incident("a").Number })
            .Keyed());
        Assert.Equal(AppendOutcome.NumberTaken, result.Outcome);
        Assert.Single(await EventsAsync());
        await CommitAsync(Draft().Event(Incident("b"), 0).Row(Rows.Incident("b")));
        await CommitAsync(Draft().Event(Incident("a"), 1).Row(Rows.Incident("a") with { Priority = 1 }));
    }

    [Fact]
    public async Task Of_many_incidents_with_one_number_at_the_same_moment_one_gets_it_and_neighbours_stay()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
            AppendAsync(Draft()
                .Event(Incident($"i{i}"), 0)
                .Row(Rows.Incident($"i{i}") with { Number = i % 2 == 0 ? "260504-0001" : $"260504-1{i}" }))));
        Assert.Equal(1 + 15, results.Count(r => r.Outcome == AppendOutcome.Committed));
        Assert.Equal(14, results.Count(r => r.Outcome == AppendOutcome.NumberTaken));
        Whole.Check(await EventsAsync());
        Assert.Equal(16, (await Queries.ListOpenAtAsync(Conformance.Draft.Noon, 100, Cancellation)).Count);
    }

    private static DateTimeOffset At(int milliseconds) => Conformance.Draft.Noon.AddMilliseconds(milliseconds);

    private async Task<List<IncidentRow>> IncidentsAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var rows = new List<IncidentRow>();
        await foreach (var row in Queries.ReportIncidentsAsync(from, to, Cancellation))
            rows.Add(row);
        return rows;
    }

    private async Task<List<ReportedResponse>> ResponsesAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var rows = new List<ReportedResponse>();
        await foreach (var row in Queries.ReportResponsesAsync(from, to, Cancellation))
            rows.Add(row);
        return rows;
    }
}
