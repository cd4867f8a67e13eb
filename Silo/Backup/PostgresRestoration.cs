using System.Security.Cryptography;
using Npgsql;
using Tocsin.Journal;
using Tocsin.Schema;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary>
/// Marks a PostgreSQL database that was restored (<c>pg_restore</c>, point-in-time recovery) as the start of another history, and removes
/// the old members of the cluster from it.
/// </summary>
public static class PostgresRestoration
{
    /// <summary>How long to wait for an append that is under way, in milliseconds.</summary>
    private const int LockTimeoutMilliseconds = 10_000;

    /// <summary>Asks whether there is a journal at all: a wrong database name must not make one.</summary>
    private const string HasJournal = "select to_regclass('public.journal_end') is not null";

    /// <summary>
    /// Sessions of silos. Each silo reads all the time; the session that writes comes back only with the next append. The membership table
    /// of a backup says nothing about who is at work here.
    /// </summary>
    private const string SessionsOfSilos = """
        select count(*)::int from pg_stat_activity
        where datname = current_database() and application_name in ('tocsin writer', 'tocsin reads')
        """;

    /// <summary>
    /// Checks that there is a journal to mark, that it can be written to, and that no silo is using it unless that is wanted.
    /// </summary>
    /// <exception cref="CommandException">It cannot or must not be marked now.</exception>
    public static async Task CheckAsync(string connectionString, bool silosStay, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(connectionString, cancellation);
        if (await AskAsync<bool>(connection, "select pg_is_in_recovery()", cancellation))
            throw new CommandException("The database is still in recovery, or a standby: promote it first (select pg_promote()).");
        if (!await AskAsync<bool>(connection, HasJournal, cancellation))
            throw new CommandException($"The database '{connection.Database}' holds no journal: is this the one that was restored?");
        if (!silosStay && await AskAsync<int>(connection, SessionsOfSilos, cancellation) is > 0 and var sessions)
        {
            throw new CommandException(
                $"Silos are at work on this database (they have {sessions} sessions on it). Stop them; or say --silos stay, if they are " +
                "to go on with the restored data as they are.");
        }
    }

    /// <summary>Raises the count of restores behind the append's lock, with a new mark.</summary>
    /// <param name="connectionString">The connection to a database with the present schema.</param>
    /// <param name="silosStay">
    /// Whether the members stay as they are. Otherwise all are removed: silos from before the accident would be listed as active, new ones
    /// would try to reach them before they join, and gateways would call them.
    /// </param>
    /// <param name="cancellation">Cancels it before it is done.</param>
    /// <returns>The epoch before and after, and the number of members that were removed.</returns>
    public static async Task<(Epoch Before, Epoch After, int Members)> MarkAsync(
        string connectionString, bool silosStay, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(connectionString, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, $"set local lock_timeout = {LockTimeoutMilliseconds}", cancellation);
        await RunAsync(connection, $"select pg_advisory_xact_lock({PostgresSchema.AppendLock})", cancellation);
        var before = new Epoch(await AskAsync<string>(connection, "select journal_epoch()", cancellation));
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        await RunAsync(connection, $"update journal_end set restores = restores + 1, restored = '{mark}'", cancellation);
        var members = silosStay ? 0 : await RunAsync(connection, "delete from OrleansMembershipTable", cancellation);
        if (!silosStay)
            await RunAsync(connection, "delete from OrleansMembershipVersionTable", cancellation);
        var after = new Epoch(await AskAsync<string>(connection, "select journal_epoch()", cancellation));
        await transaction.CommitAsync(cancellation);
        return (before, after, members);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Enlist = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
