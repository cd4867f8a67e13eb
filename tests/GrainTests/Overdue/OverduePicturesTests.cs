using Microsoft.Extensions.Time.Testing;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Tests.GrainTests.Overdue;

public sealed class OverduePicturesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Late.Start);
    private readonly LateQueries _queries = new();
    private readonly OverdueMetrics _metrics = new();
    private readonly List<ILateSource> _sources = [];

    private OverduePictures Pictures => field ??= new OverduePictures(StreamDefinitions.Catalogue, _queries, _metrics, _time, _sources);

    [Fact]
    public async Task A_thousand_consoles_cost_one_read_a_second()
    {
        var gate = new TaskCompletionSource<IReadOnlyList<BoardRow>>();
        _queries.Answer = _ => gate.Task;
        var first = Enumerable.Range(0, 1_000).Select(_ => Pictures.LookAsync()).ToList();
        gate.SetResult([]);
        await Task.WhenAll(first);
        await Pictures.LookAsync();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        await Pictures.LookAsync();
        Assert.Equal(1, _queries.Asked);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Pictures.LookAsync();
        Assert.Equal(2, _queries.Asked);
    }

    [Fact]
    public async Task What_a_source_calls_late_is_counted_among_the_rest_and_says_where_it_is_not_all()
    {
        var source = new Source { Items = [Late.Item("a", 9, stage: null)] };
        _sources.Add(source);
        var list = await AskAsync();
        Assert.Equal((1, true, "a"), (list.Total, list.Complete, Assert.Single(list.Items).IncidentId!.Value.Value));
        _time.Advance(OverdueLimits.Interval);
        (source.Items, source.Complete) = ([], false);
        list = await AskAsync();
        Assert.Equal((0, false), (list.Total, list.Complete));
    }

    [Fact]
    public async Task A_failure_is_everybodys_for_a_second_and_no_longer()
    {
        _queries.Answer = _ => Task.FromException<IReadOnlyList<BoardRow>>(new JournalUnavailableException("away"));
        await Assert.ThrowsAsync<JournalUnavailableException>(Pictures.LookAsync);
        await Assert.ThrowsAsync<JournalUnavailableException>(Pictures.LookAsync);
        Assert.Equal(1, _queries.Asked);

        _queries.Answer = _ => Task.FromResult<IReadOnlyList<BoardRow>>([]);
        _time.Advance(OverdueLimits.Interval);
        await Pictures.LookAsync();
        Assert.Equal(2, _queries.Asked);
    }

    [Fact]
    public async Task A_look_that_takes_long_is_followed_by_a_longer_pause()
    {
        _queries.Answer = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult<IReadOnlyList<BoardRow>>([]);
        };
        await Pictures.LookAsync();
        _time.Advance(TimeSpan.FromSeconds(3.9));
        await Pictures.LookAsync();
        Assert.Equal(1, _queries.Asked);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Pictures.LookAsync();
        Assert.Equal(2, _queries.Asked);
    }

    [Fact]
    public async Task What_changed_is_seen_at_the_next_look_and_what_is_gone_is_gone()
    {
        IReadOnlyList<BoardRow> rows =
        [
            Late.Row(Late.Incident("a", Late.Clock(ClockStage.Assign, 1))),
            Late.Row(Late.Incident("b", Late.Clock(ClockStage.Assign, 2))),
        ];
        _queries.Answer = _ => Task.FromResult(rows);
        Assert.Equal([null, null], (await AskAsync()).Items.Select(i => i.TakenBy));

        rows = [Late.Row(Late.Incident("a", Late.Clock(ClockStage.Assign, 1, takenBy: "li")), hash: 2)];
        _time.Advance(OverdueLimits.Interval);
        Assert.Equal(["li"], (await AskAsync()).Items.Select(i => i.TakenBy));
    }

    [Fact]
    public async Task More_than_is_counted_is_said()
    {
        _queries.Answer = limit => Task.FromResult<IReadOnlyList<BoardRow>>(
            [.. Enumerable.Range(0, limit).Select(i => Late.Row(Late.Incident($"i{i}", Late.Clock(ClockStage.Assign, i))))]);
        var list = await AskAsync();
        Assert.False(list.Complete);
        Assert.Equal(OverdueLimits.RowsMax, list.Total);
    }

    [Fact]
    public async Task A_due_row_of_an_unknown_kind_is_listed_as_unreadable_by_its_due_time()
    {
        var row = Row("future/f1", StreamKind.Unknown, Late.Start.AddMinutes(-1));
        _queries.Due = [row];
        var item = Assert.Single((await AskAsync()).Items);
        Assert.Equal(
            (OverdueKind.Unreadable, "future/f1", Late.Start.AddMinutes(-1), 60L),
            (item.Kind, item.Stream!, item.Since, item.LateSeconds));
        Assert.Equal((null, null, "north"), (item.IncidentId, item.CallId, item.Station));
    }

    [Fact]
    public async Task A_known_row_that_is_due_is_left_to_the_watch_until_it_is_stuck_or_newer_code_wrote_it()
    {
        _queries.Due =
        [
            Row("a", StreamKind.Incident, Late.Start.AddSeconds(-30)),
            Row("b", StreamKind.Incident, Late.Start.AddSeconds(-61)),
            Row("c", StreamKind.Incident, Late.Start.AddSeconds(-6), code: IncidentViews.Code + 1),
        ];
        Assert.Equal(["b", "c"], (await AskAsync()).Items.Select(i => i.IncidentId!.Value.Value));
    }

    [Fact]
    public async Task A_late_row_that_cannot_be_read_is_listed_and_its_neighbours_stay()
    {
        var bad = Late.Row(Late.Incident("bad", Late.Clock(ClockStage.Assign, 1)));
        bad = bad with { Entry = bad.Entry with { View = """{"status":"teleported"}""" } };
        _queries.Answer = _ =>
            Task.FromResult<IReadOnlyList<BoardRow>>([bad, Late.Row(Late.Incident("good", Late.Clock(ClockStage.Assign, 2)))]);
        var list = await AskAsync();
        Assert.Equal(
            [(OverdueKind.Unreadable, "bad"), (OverdueKind.Overdue, "good")], list.Items.Select(i => (i.Kind, i.IncidentId!.Value.Value)));
    }

    [Fact]
    public async Task Unreadable_rows_are_paged_like_all_others()
    {
        _queries.Due = [.. Enumerable.Range(0, 5).Select(i => Row($"future/f{i}", StreamKind.Unknown, Late.Start.AddMinutes(-1)))];
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = TocsinJson.Read<OverdueList>(
                (await Pictures.LookAsync()).Answer(new OverdueFilter(null, null, cursor, 2), new Actor("li", Roles.Supervisor)).Json);
            seen.AddRange(page.Items.Select(i => i.Stream));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(["future/f0", "future/f1", "future/f2", "future/f3", "future/f4"], seen);
    }

    public void Dispose() => _metrics.Dispose();

    private static BoardRow Row(string id, StreamKind kind, DateTimeOffset dueAt, short code = 1) => new(
        new StreamId(kind, id), 1, new byte[32], new JournalPosition(1), new BoardEntry("{}", code, true, 0, 2, "north", dueAt));

    private async Task<OverdueList> AskAsync() =>
        TocsinJson.Read<OverdueList>(
            (await Pictures.LookAsync()).Answer(new OverdueFilter(null, null, null, 50), new Actor("li", Roles.Supervisor)).Json);

    private sealed class Source : ILateSource
    {
        public IReadOnlyList<LateItem> Items { get; set; } = [];

        public bool Complete { get; set; } = true;

        public Task<(IReadOnlyList<LateItem> Items, bool Complete)> ListAsync(DateTimeOffset at) => Task.FromResult((Items, Complete));
    }
}
