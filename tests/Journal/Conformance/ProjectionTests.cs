using Microsoft.Extensions.Time.Testing;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Reading;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Rows that follow the journal at a position of their own, on each store.</summary>
public abstract class ProjectionTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static readonly Projection Stations = new("stations", 1, StreamKind.Incident, ["StationSet"], Row);

    private IProjectionStore Store => Database.Projections;

    private ProjectionRunner Runner => new(
        Journal, Queries, Store, new FakeTimeProvider(), new FreshViews(StreamDefinitions.Catalogue, Journal));

    [Fact]
    public async Task A_row_follows_its_thing_and_only_the_named_kinds_of_events()
    {
        await SetAsync("a", 0, "north");
        await SetAsync("b", 0, "west", minutes: 5);
        await CommitAsync(Draft().Event(Unit("u"), 0, "StationSet"));
        await CommitAsync(Draft().Event(Incident("c"), 0, "NoteAdded", board: Board("east")));
        Assert.Equal(["north", "west"], await RowsAsync());
        Assert.Equal(["west"], await RowsAsync(from: 5));
        await SetAsync("a", 1, "south");
        await SetAsync("b", 1, null);
        Assert.Equal(["south"], await RowsAsync());
    }

    [Fact]
    public async Task A_journal_longer_than_a_step_is_followed_to_its_end_by_many_at_once()
    {
        for (var block = 0; block < 24; block++)
        {
            var draft = Draft();
            for (var i = 0; i < 250; i++)
                draft.Event(Incident($"i{block}-{i}"), 0, "StationSet", board: Board($"s{block}"));
            await CommitAsync(draft);
        }

        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RowsAsync()));
        Assert.All(read, rows => Assert.Equal(6_000, rows.Count));
    }

    [Fact]
    public async Task Made_anew_it_is_read_meanwhile_and_what_was_wrong_is_right()
    {
        await SetAsync("a", 0, "north");
        await SetAsync("b", 0, "west");
        Assert.Equal(["north", "west"], await RowsAsync());
        var place = (await Store.FindAsync(Stations.Name, Cancellation))!;
        var wrong = new RowChange(Incident("a"), 1, new ProjectedRow(Conformance.Draft.Noon, null, "wrong"));
        var anew = place with { Rebuilt = JournalPosition.Start };
        Assert.True(await Store.TryAdvanceAsync(Stations.Name, place, anew, [wrong], Cancellation));
        await SetAsync("c", 0, "new");
        Assert.Equal(["new", "west", "wrong"], await RowsAsync());
        while (await Runner.RebuildStepAsync(Stations, Cancellation))
            Assert.Contains("west", await RowsAsync());
        Assert.Equal(["new", "north", "west"], await RowsAsync());
        Assert.Null((await Store.FindAsync(Stations.Name, Cancellation))!.Rebuilt);
    }

    [Fact]
    public async Task An_older_row_does_not_come_back_behind_a_newer_one_or_behind_none()
    {
        await SetAsync("a", 0, "north");
        await RowsAsync();
        await SetAsync("a", 1, null);
        await RowsAsync();
        var place = (await Store.FindAsync(Stations.Name, Cancellation))!;
        var old = new RowChange(Incident("a"), 1, new ProjectedRow(Conformance.Draft.Noon, null, "north"));
        Assert.True(await Store.TryAdvanceAsync(Stations.Name, place, place, [old], Cancellation));
        Assert.Equal([], await RowsAsync());
    }

    [Fact]
    public async Task Whoever_began_from_another_place_writes_nothing()
    {
        await SetAsync("a", 0, "north");
        await RowsAsync();
        var place = (await Store.FindAsync(Stations.Name, Cancellation))!;
        var row = new RowChange(Incident("x"), 1, new ProjectedRow(Conformance.Draft.Noon, null, "x"));
        Assert.False(await Store.TryAdvanceAsync(Stations.Name, null, place, [row], Cancellation));
        var elsewhere = place with { Position = new JournalPosition(place.Position.Value + 1) };
        Assert.False(await Store.TryAdvanceAsync(Stations.Name, elsewhere, place, [row], Cancellation));
        Assert.Equal(["north"], await RowsAsync());
    }

    [Fact]
    public async Task Another_code_and_another_history_make_all_rows_anew()
    {
        await SetAsync("a", 0, "north");
        Assert.Equal(["north"], await RowsAsync());
        var louder = Stations with { Code = 2, Row = row => Row(row) is { } r ? r with { Value = r.Value + "!" } : null };
        Assert.Equal(["north!"], await RowsAsync(louder));

        // The older program reads what the newer one makes.
        await SetAsync("b", 0, "west");
        Assert.Equal(["north!", "west"], await RowsAsync());
        var place = (await Store.FindAsync(Stations.Name, Cancellation))!;
        Assert.True(await Store.TryAdvanceAsync(Stations.Name, place, place with { Epoch = new Epoch("other") }, [], Cancellation));
        Assert.Equal(["north!", "west!"], await RowsAsync(louder));
    }

    private static ProjectedRow? Row(BoardRow row) => row.Entry.Station is { } station
        ? new ProjectedRow(Conformance.Draft.Noon.AddMinutes(row.Entry.Priority), null, station)
        : null;

    private static BoardEntry Board(string? station, short minutes = 0) => new("{}", 1, true, 1, minutes, station, null);

    private Task<AppendResult> SetAsync(string id, int version, string? station, short minutes = 0) =>
        CommitAsync(Draft().Event(Incident(id), version, "StationSet", board: Board(station, minutes)));

    private async Task<List<string>> RowsAsync(Projection? projection = null, int from = 0)
    {
        var rows = new List<string>();
        var begin = Conformance.Draft.Noon.AddMinutes(from);
        await foreach (var row in Runner.ReadAsync(projection ?? Stations, begin, begin.AddHours(1), Cancellation))
            rows.Add(row.Value);
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
