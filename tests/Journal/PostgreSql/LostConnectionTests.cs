using Npgsql;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>The writer's backend ends in the middle of its work, again and again.</summary>
public sealed class LostConnectionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_and_what_was_lost_sight_of_is_found_out()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var first = await Opened.AsyncOn(connection);
        await using var second = await Opened.AsyncOn(connection);
        using var one = new Load(first.Journal);
        using var other = new Load(second.Journal);
        one.Start(24);
        other.Start(24);
        for (var round = 0; round < 30; round++)
        {
            await one.ProgressAsync(5 + (round % 7), TimeSpan.FromSeconds(20));
            await EndOneAsync(connection, round);
        }

        await one.ProgressAsync(50, TimeSpan.FromSeconds(20));
        await other.ProgressAsync(50, TimeSpan.FromSeconds(20));
        await one.StopAsync();
        await other.StopAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{one.Acknowledged + other.Acknowledged} acknowledged, {one.Unavailable + other.Unavailable} tries unavailable");
        await one.AuditAsync();
        await other.AuditAsync();
    }

    /// <summary>Ends one of the two writers' backends, mostly while it is at work.</summary>
    private static async Task EndOneAsync(string connectionString, int round)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name = 'tocsin writer'
            order by (state = 'active') desc, pid % (2 + $1) limit 1
            """,
            connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = round % 5 } },
        };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
