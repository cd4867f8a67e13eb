using Microsoft.Extensions.Time.Testing;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Overdue;

namespace Tocsin.Tests.GrainTests.Overdue;

public sealed class OverduePicturesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Late.Start);
    private readonly LateQueries _queries = new();
    private readonly OverdueMetrics _metrics = new();

    private OverduePictures Pictures => field ??= new OverduePictures(_queries, _metrics, _time);

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
        IReadOnlyList<BoardRow> rows = [Late.Row(Late.Incident("a", Late.Clock(ClockStage.Assign, 1))), Late.Row(Late.Incident("b", Late.Clock(ClockStage.Assign, 2)))];
        _queries.Answer = _ => Task.FromResult(rows);
        Assert.Equal([null, null], (await AskAsync()).Items.Select(i => i.TakenBy));

        rows = [Late.Row(Late.Incident("a", Late.Clock(ClockStage.Assign, 1, takenBy: "li")), hash: 2)];
        _time.Advance(OverdueLimits.Interval);
        Assert.Equal(["li"], (await AskAsync()).Items.Select(i => i.TakenBy));
    }

    [Fact]
    public async Task More_than_is_counted_is_said()
    {
        _queries.Answer = limit => Task.FromResult<IReadOnlyList<BoardRow>>([.. Enumerable.Range(0, limit).Select(i => Late.Row(Late.Incident($"i{i}", Late.Clock(ClockStage.Assign, i))))]);
        var list = await AskAsync();
        Assert.False(list.Complete);
        Assert.Equal(OverdueLimits.RowsMax, list.Total);
    }

    public void Dispose() => _metrics.Dispose();

    private async Task<OverdueList> AskAsync() =>
        TocsinJson.Read<OverdueList>((await Pictures.LookAsync()).Answer(new OverdueFilter(null, null, null, 50), new Actor("li", Roles.Supervisor)).Json);
}
