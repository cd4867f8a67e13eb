using Npgsql;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>What was acknowledged is on the disk: the syncs are counted, and a server that leaves them out is refused.</summary>
public sealed class DurabilityTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_never_fewer_syncs_than_batches()
    {
        // kill -9 does not test this: what was written survives the process without any sync, but not a power cut.
        await using var server = await PostgresServer.StartAsync(
            "autovacuum=off", "wal_writer_delay='10s'", "stats_fetch_consistency='none'");
        var connection = await server.CreateDatabaseAsync();
        await Tocsin.Schema.PostgresSchema.UpgradeAsync(connection, cancellation: Cancellation);
        await using var opened = await Opened.AsyncOn(connection);
        const int Batches = 200;
        var before = await SyncsAsync(connection);
        for (var i = 0; i < Batches; i++)
        {
            await opened.Journal.AppendAsync(
                new Draft(opened.Journal.Epoch).Event(new StreamId(StreamKind.Unit, "u"), i).Build(), Cancellation);
        }

        // A backend reports its counts at most once a second, and at its end.
        await opened.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);
        var syncs = await SyncsAsync(connection) - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"{Batches} batches, {syncs} syncs");
        Assert.True(syncs >= Batches, $"{syncs} syncs for {Batches} batches");
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    [InlineData("synchronous_commit")]
    public async Task A_server_that_would_lose_what_was_acknowledged_is_refused(string setting)
    {
        await using var server = await PostgresServer.StartAsync($"{setting}=off");
        var connection = await server.CreateDatabaseAsync();
        await Tocsin.Schema.PostgresSchema.UpgradeAsync(connection, cancellation: Cancellation);
        var refused = await Assert.ThrowsAsync<MisconfigurationException>(() => Opened.AsyncOn(connection));
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// An index on a column that each append changes would make the share 0 every time. A reader's snapshot that keeps the old rows of a
    /// page for a moment may fill the page: then it is measured once more.
    /// </summary>
    [Fact]
    public async Task Board_rows_are_updated_in_place()
    {
        const int Rounds = 4;
        var share = 0m;
        for (var round = 0; round < Rounds && share <= 0.9m; round++)
            share = await HeapOnlyShareAsync();
        Assert.True(share > 0.9m, $"only {share:P0} of the updates of the board were heap-only");
    }

    private async Task<decimal> HeapOnlyShareAsync()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using (var opened = await Opened.AsyncOn(connection))
        {
            for (var i = 0; i < 300; i++)
            {
                await opened.Journal.AppendAsync(
                    new Draft(opened.Journal.Epoch).Event(new StreamId(StreamKind.Unit, $"u{i % 20}"), i / 20).Build(), Cancellation);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);
        return (decimal)(await ScalarAsync(
            connection, "select n_tup_hot_upd / greatest(n_tup_upd, 1)::numeric from pg_stat_user_tables where relname = 'board'"))!;
    }

    private static async Task<long> SyncsAsync(string connection) =>
        (long)(await ScalarAsync(connection, "select wal_sync from pg_stat_wal"))!;

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
