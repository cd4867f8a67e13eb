using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Writing;

namespace Tocsin.Tests.Journal.Writing;

public sealed class WriterTests : IAsyncDisposable
{
    private readonly FakeBatchStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly JournalMetrics _metrics = new();
    private readonly JournalOptions _options = new() { BatchLimit = 4, QueueLimit = 10 };
    private JournalWriter? _writer;

    private JournalWriter Writer => _writer ??= new JournalWriter(_store, _options, _time, _metrics, NullLogger<JournalWriter>.Instance);

    public async ValueTask DisposeAsync()
    {
        _store.Release();
        await Writer.DisposeAsync();
        _metrics.Dispose();
    }

    [Fact]
    public async Task What_gathers_while_a_batch_is_on_its_way_goes_as_one_batch()
    {
        await HeldAsync();
        var later = new[] { Append("b"), Append("c"), Append("d") };
        _store.Release();
        await Task.WhenAll(later);
        Assert.Equal(["unit/b", "unit/c", "unit/d"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task A_batch_has_no_more_requests_than_its_limit_and_the_rest_follow_in_order()
    {
        await HeldAsync();
        var later = Enumerable.Range(0, 6).Select(i => Append($"b{i}")).ToArray();
        _store.Release();
        await Task.WhenAll(later);
        Assert.Equal(["unit/b0", "unit/b1", "unit/b2", "unit/b3"], Streams(await _store.NextAsync()));
        Assert.Equal(["unit/b4", "unit/b5"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task Two_requests_for_one_stream_go_in_two_batches_and_nobody_overtakes_the_one_that_waits()
    {
        await HeldAsync();
        var later = new[] { Append("b"), Append("b", "c"), Append("c"), Append("d") };
        _store.Release();
        await Task.WhenAll(later);
        Assert.Equal(["unit/b", "unit/d"], Streams(await _store.NextAsync()));
        Assert.Equal(["unit/b", "unit/c"], Streams(await _store.NextAsync()));
        Assert.Equal(["unit/c"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task Requests_that_only_compare_a_stream_share_a_batch_and_one_that_writes_it_waits()
    {
        await HeldAsync();
        var later = new[] { Comparing("b", "x"), Comparing("c", "x"), Append("x"), Comparing("d", "x"), Append("e") };
        _store.Release();
        await Task.WhenAll(later);
        Assert.Equal(["unit/b", "unit/x", "unit/c", "unit/x", "unit/e"], Streams(await _store.NextAsync()));
        Assert.Equal(["unit/x"], Streams(await _store.NextAsync()));
        Assert.Equal(["unit/d", "unit/x"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task One_command_id_stands_in_a_batch_once()
    {
        await HeldAsync();
        var id = CommandId.New();
        var later = new[] { Append(id, "b"), Append(id, "c") };
        _store.Release();
        await Task.WhenAll(later);
        Assert.Single(await _store.NextAsync());
        Assert.Single(await _store.NextAsync());
    }

    [Fact]
    public async Task A_full_queue_answers_at_once()
    {
        await HeldAsync();
        var later = Enumerable.Range(0, _options.QueueLimit).Select(i => Append($"b{i}")).ToArray();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("c"));
        _store.Release();
        await Task.WhenAll(later);
        await Append("c");
    }

    [Fact]
    public async Task A_request_that_waited_too_long_is_answered_and_never_sent()
    {
        _options.SettleDeadline = TimeSpan.FromSeconds(5);
        await HeldAsync();
        var late = Append("b");
        _time.Advance(_options.AppendDeadline + TimeSpan.FromMilliseconds(1));
        var fresh = Append("c");
        _store.Release();
        await fresh;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => late);
        Assert.Equal(["unit/c"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task A_request_whose_caller_gave_up_is_never_sent()
    {
        await HeldAsync();
        using var gaveUp = new CancellationTokenSource();
        var abandoned = Writer.AppendAsync(Request(CommandId.New(), "b"), gaveUp.Token).AsTask();
        var other = Append("c");
        await gaveUp.CancelAsync();
        _store.Release();
        await other;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.Equal(["unit/c"], Streams(await _store.NextAsync()));
    }

    [Fact]
    public async Task A_poisoned_request_fails_alone()
    {
        await HeldAsync();
        _store.OnCommit = batch =>
        {
            if (batch.Any(a => a.Request.Heads[0].Stream.Id == "poison"))
                throw new BatchRejectedException("poison");
        };
        var good = new[] { Append("b"), Append("c"), Append("d") };
        var poisoned = Append("poison");
        _store.Release();
        Assert.All(await Task.WhenAll(good), r => Assert.Equal(AppendOutcome.Committed, r.Outcome));
        await Assert.ThrowsAsync<AppendRejectedException>(() => poisoned);
        await Append("e");
    }

    [Fact]
    public async Task While_the_store_is_away_everything_is_answered_at_once_and_it_recovers_by_itself()
    {
        var away = true;
        var asked = new SemaphoreSlim(0);
        _store.OnCommit = _ => ThrowIf(away);
        _store.OnProbe = () =>
        {
            asked.Release();
            ThrowIf(away);
        };
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("a"));
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(Writer.IsDown);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("b"));

        away = false;
        while (Writer.IsDown)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await Append("c");
        static void ThrowIf(bool away)
        {
            if (away)
                throw new JournalUnavailableException();
        }
    }

    [Fact]
    public async Task A_batch_that_is_not_settled_in_time_is_answered_as_unavailable_with_all_that_waits()
    {
        _store.Hold();
        var sent = Append("a");
        await _store.NextAsync();
        var waiting = Append("b");
        _time.Advance(_options.SettleDeadline);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => sent);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting);
    }

    [Fact]
    public async Task A_store_that_fails_in_an_unexpected_way_does_not_stop_the_writer()
    {
        _store.OnCommit = _ => throw new InvalidOperationException("a bug");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("a"));
        _store.OnCommit = _ => { };
        while (Writer.IsDown)
            await Task.Yield();
        await Append("b");
    }

    [Fact]
    public async Task Stopping_answers_what_waits_and_closes_the_store()
    {
        await HeldAsync();
        var waiting = Append("b");
        var stopping = Writer.DisposeAsync().AsTask();
        _store.Release();
        await stopping;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("c"));
        Assert.True(_store.Disposed);
    }

    [Fact]
    public async Task The_tail_hears_of_each_batch()
    {
        var heard = new List<JournalPosition>();
        Writer.Committed += batch => heard.Add(batch.Last);
        await Append("a", "b");
        Assert.Equal([new JournalPosition(2)], heard);
    }

    private static AppendRequest Request(CommandId id, params string[] units) => new(
        id,
        Actor.System,
        new Epoch("test"),
        [.. units.Select(u => new StreamHead(new StreamId(StreamKind.Unit, u), 0, new BoardEntry("{}", 1, true, 0, 0, null, null)))],
        [.. units.Select(u => new PendingEvent(new StreamId(StreamKind.Unit, u), "DutyStarted", DateTimeOffset.UnixEpoch, "{}"))]);

    private static IEnumerable<string> Streams(IReadOnlyList<PreparedAppend> batch) =>
        batch.SelectMany(a => a.Request.Heads).Select(h => h.Stream.ToString());

    /// <summary>Sends one append and holds it on its way.</summary>
    private async Task HeldAsync()
    {
        _store.Hold();
        _ = Append("a");
        await _store.NextAsync();
    }

    private async Task<AppendResult> Comparing(string unit, string compared)
    {
        var request = Request(CommandId.New(), unit);
        var heads = request.Heads.Append(new StreamHead(new StreamId(StreamKind.Unit, compared), 0, null));
        return await Writer.AppendAsync(request with { Heads = [.. heads] }, TestContext.Current.CancellationToken);
    }

    private Task<AppendResult> Append(params string[] units) => Append(CommandId.New(), units);

    private async Task<AppendResult> Append(CommandId id, params string[] units) =>
        await Writer.AppendAsync(Request(id, units), TestContext.Current.CancellationToken);
}
