using System.Diagnostics;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>The database goes away under load and comes back: a server of its own, stopped, killed, frozen.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    /// <summary>
    /// The contract: an answer within this, also while the database is away. A little more here, and what the machine pauses.
    /// </summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2.5);

    /// <summary>The contract: work goes on within this after the database's return.</summary>
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    private PostgresServer _server = null!;
    private string _connection = "";

    public enum Outage
    {
        Stopped,
        Killed,
        Frozen,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        _connection = await _server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(_connection, cancellation: Cancellation);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(Outage.Stopped)]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Frozen)]
    public async Task Every_call_is_answered_in_time_work_goes_on_by_itself_and_nothing_that_was_acknowledged_is_lost(Outage outage)
    {
        Assert.SkipUnless(_server.IsOwn, "the server of TOCSIN_TEST_POSTGRES is not ours to stop");
        await using var opened = await Opened.AsyncOn(_connection);
        using var pauses = new MachinePauses();
        using var load = new Load(opened.Journal);
        load.Start(32);
        for (var round = 0; round < 2; round++)
        {
            await load.ProgressAsync(100, TimeSpan.FromSeconds(20));
            await BeginAsync(outage);
            await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
            Assert.True(opened.Journal.Writer.IsDown);
            await AnsweredAtOnceAsync(opened.Journal);
            await EndAsync(outage);
            var returned = Stopwatch.StartNew();
            await load.ProgressAsync(50, RecoveryLimit);
            TestContext.Current.TestOutputHelper!.WriteLine($"{outage}: at work again after {returned.Elapsed.TotalMilliseconds:F0} "
                + $"ms, slowest answer {load.Slowest.TotalMilliseconds:F0} ms");
        }

        await load.StopAsync();
        Assert.True(load.Unavailable > 0);
        Assert.True(
            load.Slowest < AnswerLimit + pauses.Longest, $"an answer took {load.Slowest}, the machine's longest pause {pauses.Longest}");
        await load.AuditAsync();
    }

    [Fact]
    public async Task Reads_too_are_answered_in_time_while_the_database_is_frozen_and_go_on_afterwards()
    {
        Assert.SkipUnless(_server.IsOwn, "the server of TOCSIN_TEST_POSTGRES is not ours to stop");
        await using var opened = await Opened.AsyncOn(_connection);
        await opened.Journal.ReadEndAsync(Cancellation);
        await _server.FreezeAsync();
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => opened.Journal.ReadEndAsync(Cancellation).AsTask());
        Assert.True(clock.Elapsed < AnswerLimit, $"it took {clock.Elapsed}");
        await _server.ThawAsync();
        await opened.Journal.ReadEndAsync(Cancellation);
    }

    [Fact]
    public async Task A_read_does_not_notice_that_the_server_was_started_anew()
    {
        Assert.SkipUnless(_server.IsOwn, "the server of TOCSIN_TEST_POSTGRES is not ours to stop");
        await using var opened = await Opened.AsyncOn(_connection);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => opened.Journal.ReadEndAsync(Cancellation).AsTask()));
        await _server.StopAsync();
        await _server.StartAgainAsync();
        await opened.Journal.ReadEndAsync(Cancellation);
    }

    private static async Task AnsweredAtOnceAsync(PostgresJournal journal)
    {
        var clock = Stopwatch.StartNew();
        var draft = new Draft(journal.Epoch).Event(new(Identity.StreamKind.Unit, "asked"), 0).Build();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.AppendAsync(draft, Cancellation).AsTask());
        Assert.True(clock.Elapsed < TimeSpan.FromMilliseconds(500), $"the queue answered after {clock.Elapsed}");
    }

    private Task BeginAsync(Outage outage) => outage switch
    {
        Outage.Stopped => _server.StopAsync(),
        Outage.Killed => _server.KillAsync(),
        _ => _server.FreezeAsync(),
    };

    private Task EndAsync(Outage outage) => outage == Outage.Frozen ? _server.ThawAsync() : _server.StartAgainAsync();
}
