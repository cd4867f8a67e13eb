using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Schema;
using Tocsin.Settings;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>
/// A primary and a synchronous standby: what was acknowledged is on both, whatever PostgreSQL shows, and a standby that is promoted begins
/// another epoch.
/// </summary>
public sealed class StandbyTests : IAsyncLifetime
{
    private static readonly StreamId s_unit = new(StreamKind.Unit, "u");
    private PostgresServer _primary = null!;
    private PostgresServer _standby = null!;
    private string _connection = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _primary = await PostgresServer.StartAsync();
        Assert.SkipUnless(_primary.IsOwn, "the server of TOCSIN_TEST_POSTGRES is not ours to stop");
        var own = await _primary.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(own, cancellation: Cancellation);
        _standby = await _primary.StartStandbyAsync();
        await RunAsync("alter system set synchronous_standby_names = '*'");
        await RunAsync("select pg_reload_conf()");
        await Until.HoldsAsync("the standby is synchronous", IsSynchronousAsync);
        _connection = DatabaseConnection.Complete(new NpgsqlConnectionStringBuilder(own)
        {
            Host = $"127.0.0.1:{_primary.Port},127.0.0.1:{_standby.Port}",
        }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _primary.DisposeAsync();
        if (_standby is not null)
            await _standby.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_that_a_promoted_standby_has_not_and_its_history_is_another_one()
    {
        await using var database = new PostgresDatabase(_connection);
        await using var host = await database.OpenAsync(options: new JournalOptions());
        var journal = host.Journal;
        var moved = new TaskCompletionSource<Epoch>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watched = host.Tail.OnEpochMoved(epoch => moved.TrySetResult(epoch));
        var before = journal.Epoch;
        var first = new Draft(before).Event(s_unit, 0).Keyed().Build();
        Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(first, Cancellation)).Outcome);
        await journal.ConfirmAsync(before, Cancellation);

        // The commit waits for a standby that is away. Its backend is ended, and then PostgreSQL shows what it wrote.
        await _standby.StopAsync();
        var second = new Draft(before).Event(s_unit, 1).Keyed().Build();
        await UnavailableAsync(() => journal.AppendAsync(second, Cancellation));
        Assert.NotNull(await journal.FindCommandAsync(second.CommandId, Cancellation));

        // Nobody says that it is done: not to whoever sends it again, not to whoever finds it, on no silo.
        await UnavailableAsync(() => journal.AppendAsync(second, Cancellation));
        await using (var other = await Opened.AsyncOn(_connection))
        {
            Assert.NotNull(await other.Journal.FindCommandAsync(second.CommandId, Cancellation));
            await UnavailableAsync(() => other.Journal.AppendAsync(second, Cancellation));
            await UnavailableAsync(async () =>
            {
                await other.Journal.ConfirmAsync(before, Cancellation);
                return new AppendResult(AppendOutcome.Committed, before);
            });
        }

        await _primary.KillAsync();
        await _standby.StartAgainAsync();
        await _standby.PromoteAsync();
        var after = await moved.Task.WaitAsync(Cancellation);
        Assert.True(before.Precedes(after), $"{before} and {after}");
        var there = await journal.ReadStreamAsync(s_unit, 0, 10, Cancellation);
        Assert.Equal([first.CommandId], there.Select(e => e.CommandId));

        // What was decided in the former history is not written to this one. Sent again, it is done once.
        await Until.HoldsAsync("the writer has found the new primary", async () =>
        {
            try
            {
                return (await journal.AppendAsync(second, Cancellation)).Outcome == AppendOutcome.EpochMoved;
            }
            catch (JournalUnavailableException)
            {
                return false;
            }
        });
        await UnavailableAsync(async () =>
        {
            await journal.ConfirmAsync(before, Cancellation);
            return new AppendResult(AppendOutcome.Committed, before);
        });
        await FormerPrimaryIsNotReadAsync(journal, after);
    }

    [Fact]
    public async Task A_wait_that_an_administrator_cancels_is_not_acknowledged_either()
    {
        await using var opened = await Opened.AsyncOn(_connection);
        await _standby.FreezeAsync();
        var waits = opened.Journal.AppendAsync(new Draft(opened.Journal.Epoch).Event(s_unit, 0).Build(), Cancellation).AsTask();
        await Until.HoldsAsync("the wait is cancelled", async () => await CountAsync(
            "select count(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'") > 0);
        await UnavailableAsync(() => new ValueTask<AppendResult>(waits));
        await _standby.ThawAsync();
        await Until.HoldsAsync("the writer goes on", () => Task.FromResult(!opened.Journal.Writer.IsDown));
        await opened.Journal.ConfirmAsync(opened.Journal.Epoch, Cancellation);
    }

    /// <summary>The server that was killed comes back as it was, first in the list of hosts: nothing of it is read.</summary>
    private async Task FormerPrimaryIsNotReadAsync(IJournal journal, Epoch present)
    {
        await _primary.StartAgainAsync();
        for (var i = 0; i < 3; i++)
        {
            // More at once than have a connection, and later than the driver remembers which host is the primary.
            await Task.Delay(TimeSpan.FromSeconds(1.1), Cancellation);
            var ends = await Task.WhenAll(Enumerable.Range(0, 8 * (i + 1)).Select(_ => journal.ReadEndAsync(Cancellation).AsTask()));
            Assert.All(ends, end => Assert.Equal(present, end.Epoch));
        }
    }

    private static async Task UnavailableAsync(Func<ValueTask<AppendResult>> append) =>
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await append());

    private async Task<bool> IsSynchronousAsync() =>
        await CountAsync("select count(*) from pg_stat_replication where sync_state = 'sync' and state = 'streaming'") > 0;

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_primary.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_primary.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
