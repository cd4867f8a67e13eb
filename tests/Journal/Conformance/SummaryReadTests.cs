using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>What the summary reads beside the other reports: the calls, and the views with results.</summary>
public abstract class SummaryReadTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task A_call_comes_with_its_disposition_and_the_station_of_the_incident_it_is_joined_to()
    {
        await CommitAsync(Draft().Event(Incident("i"), 0).Row(Rows.Incident("i") with { Station = "west" })
            .Event(Call("joined"), 0)
            .Row(Rows.Call("joined") with { DispositionKind = "duplicate", Incident = Identity.IncidentId.Of("i"), ReceivedAt = At(1) })
            .Event(Call("asked"), 0).Row(Rows.Call("asked") with { DispositionKind = "inquiry", ReceivedAt = At(2) })
            .Event(Call("rings"), 0).Row(Rows.Call("rings") with { ReceivedAt = At(3) }));
        Assert.Equal(
            [new ReportedCall(At(1), "duplicate", "west"), new ReportedCall(At(2), "inquiry", null), new ReportedCall(At(3), null, null)],
            (await CallsAsync(At(0), At(4))).OrderBy(c => c.ReceivedAt));
    }

    [Fact]
    public async Task A_call_about_an_exercise_is_none_and_only_what_came_in_from_the_first_instant_and_before_the_last_counts()
    {
        await CommitAsync(Draft().Event(Incident("drill"), 0).Row(Rows.Incident("drill") with { Exercise = true }));
        foreach (var (id, ms, drill) in new[]
        {
            ("before", -1, false),
            ("first", 0, false),
            ("drill", 1, true),
            ("last", 9, false),
            ("after", 10, false),
        })
        {
            await CommitAsync(Draft()
                .Event(Call(id), 0)
                .Row(Rows.Call(id) with { ReceivedAt = At(ms), Incident = drill ? Identity.IncidentId.Of("drill") : null }));
        }

        Assert.Equal([At(0), At(9)], (await CallsAsync(At(0), At(10))).Select(c => c.ReceivedAt).Order());
    }

    [Fact]
    public async Task Every_call_of_a_long_report_comes_once_also_behind_a_long_row_of_exercises()
    {
        await CommitAsync(Draft().Event(Incident("drill"), 0).Row(Rows.Incident("drill") with { Exercise = true }));
        for (var block = 0; block < 18; block++)
        {
            var draft = Draft();
            for (var i = 0; i < 250; i++)
            {
                var (id, drill) = ($"c{block:00}-{i}", block is > 0 and < 11);
                draft.Event(Call(id), 0).Row(
                    Rows.Call(id) with { ReceivedAt = At(block), Incident = drill ? Identity.IncidentId.Of("drill") : null });
            }

            await CommitAsync(draft);
        }

        Assert.Equal(
            [0, 11, 12, 13, 14, 15, 16, 17],
            (await CallsAsync(At(0), At(18)))
                .GroupBy(c => c.ReceivedAt)
                .Where(g => g.Count() == 250)
                .Select(g => (g.Key - At(0)).Milliseconds)
                .Order());
    }

    [Fact]
    public async Task Only_incidents_with_results_come_with_their_view_and_no_exercise_and_no_words_that_look_like_it()
    {
        foreach (var (id, feedback, drill) in new[]
        {
            ("none", "", false),
            ("empty", """{"results":{}}""", false),
            ("words", """{"narrative":"\"results\":{\"arrests\":1}","results":{}}""", false),
            ("drill", """{"results":{"arrests":9}}""", true),
            ("some", """{"results":{}},{"results":{"arrests":2}}""", false),
        })
        {
            var view = new BoardEntry($$"""{"id":"{{id}}","feedback":[{{feedback}}]}""", 1, true, 1, 2, "north", null);
            await CommitAsync(Draft()
                .Event(Incident(id), 0, board: view)
                .Row(Rows.Incident(id) with { Exercise = drill, ReceivedAt = At(5), Station = "west" }));
        }

        var given = Assert.Single(await FeedbackAsync(At(5), At(6)));
        Assert.Equal((At(5), "west"), (given.ReceivedAt, given.Station));
        Assert.Equal("""{"id":"some","feedback":[{"results":{}},{"results":{"arrests":2}}]}""", given.View);
        Assert.Empty(await FeedbackAsync(At(0), At(5)));
        Assert.Empty(await FeedbackAsync(At(6), At(9)));
    }

    private static DateTimeOffset At(int milliseconds) => Conformance.Draft.Noon.AddMilliseconds(milliseconds);

    private async Task<List<ReportedCall>> CallsAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var rows = new List<ReportedCall>();
        await foreach (var row in Queries.ReportCallsAsync(from, to, Cancellation))
            rows.Add(row);
        return rows;
    }

    private async Task<List<ReportedFeedback>> FeedbackAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var rows = new List<ReportedFeedback>();
        await foreach (var row in Queries.ReportFeedbackAsync(from, to, Cancellation))
            rows.Add(row);
        return rows;
    }
}
