using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Schema;

public sealed class PostgresSchemaTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_silos_that_start_at_once_upgrade_it_once()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation)));
        Assert.Equal(
            await ScalarAsync(connection, "select count(distinct scriptname) from schema_version"),
            await ScalarAsync(connection, "select count(*) from schema_version"));
        Assert.Equal(1L, await ScalarAsync(connection, "select count(*) from journal_end"));
    }

    [Fact]
    public async Task A_script_waits_for_those_at_work_without_stopping_them_and_goes_on()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var busy = await source.OpenConnectionAsync(Cancellation))
        {
            // Somebody holds what the first script wants to make.
            await using var transaction = await busy.BeginTransactionAsync(Cancellation);
            await using var make = new NpgsqlCommand("create table orleansquery (x int)", busy, transaction);
            await make.ExecuteNonQueryAsync(Cancellation);
            var upgrade = PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);
            await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
            Assert.False(upgrade.IsCompleted, upgrade.Exception?.ToString());
            await transaction.RollbackAsync(Cancellation);
            await upgrade;
        }

        Assert.Equal(1L, await ScalarAsync(connection, "select count(*) from journal_end"));
    }

    [Fact]
    public async Task The_programs_own_account_needs_no_rights_to_change_the_schema()
    {
        var admin = await postgres.Server.CreateDatabaseAsync();
        var role = $"silo_{Guid.NewGuid():N}";
        await ScalarAsync(admin, $"create role {role} login");
        var own = new NpgsqlConnectionStringBuilder(admin) { Username = role }.ConnectionString;
        await PostgresSchema.UpgradeAsync(own, admin, NullLogger.Instance, Cancellation);
        Assert.Equal(0L, await ScalarAsync(own, "select position from journal_end"));
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(own, "create table public.mine (x int)"));
        await PostgresSchema.UpgradeAsync(own, null, NullLogger.Instance, Cancellation);
    }

    [Fact]
    public async Task An_index_that_a_silo_left_half_made_is_made_anew()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);
        await ScalarAsync(connection, "update pg_index set indisvalid = false where indexrelid = 'board_kind'::regclass");
        var left = await ScalarAsync(connection, "select 'board_kind'::regclass::oid");

        await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);

        Assert.NotEqual(
            left,
            await ScalarAsync(connection, "select indexrelid from pg_index where indexrelid = 'board_kind'::regclass and indisvalid"));
    }

    [Fact]
    public async Task An_index_that_waits_for_a_long_transaction_stops_no_silo()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);
        await ScalarAsync(connection, "drop index board_kind");
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var busy = await source.OpenConnectionAsync(Cancellation))
        {
            await using var transaction = await busy.BeginTransactionAsync(Cancellation);
            await using var hold = new NpgsqlCommand("lock table board in row exclusive mode", busy, transaction);
            await hold.ExecuteNonQueryAsync(Cancellation);
            await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);
        }

        await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation);
        Assert.Equal(true, await ScalarAsync(connection, "select indisvalid from pg_index where indexrelid = 'board_kind'::regclass"));
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
