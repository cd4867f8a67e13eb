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
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, Cancellation)));
        Assert.Equal(await ScalarAsync(connection, "select count(distinct scriptname) from schema_version"), await ScalarAsync(connection, "select count(*) from schema_version"));
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

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
