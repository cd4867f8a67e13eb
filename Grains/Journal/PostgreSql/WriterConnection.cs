using Npgsql;
using Tocsin.Hosting;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The writer's connection, and who serves it: the pid and the start of its backend, which name it beyond doubt.</summary>
internal sealed class WriterConnection : IAsyncDisposable
{
    /// <summary>How long an old backend is waited for after it was told to end, in milliseconds.</summary>
    private const int TerminationMilliseconds = 800;

    private const string AboutUs = """
        select pg_backend_pid(), (select backend_start from pg_stat_activity where pid = pg_backend_pid()), clock_timestamp(),
          current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), journal_epoch()
        """;

    /// <summary>Where PostgreSQL's source says that a commit no longer waits for its standby; its words depend on the language.</summary>
    private const string WaitRoutine = "SyncRepWaitForLSN";

    private volatile bool _waitWasCut;

    private WriterConnection(NpgsqlConnection connection, (int Pid, DateTime Started) backend, DateTimeOffset serverTime, Epoch epoch)
    {
        Connection = connection;
        Backend = backend;
        ServerTime = serverTime;
        Epoch = epoch;
        connection.Notice += (_, said) => _waitWasCut |= said.Notice.Routine == WaitRoutine;
    }

    /// <summary>The connection.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The process that serves it.</summary>
    public (int Pid, DateTime Started) Backend { get; }

    /// <summary>The server's clock when it was opened.</summary>
    public DateTimeOffset ServerTime { get; }

    /// <summary>The history when it was opened.</summary>
    public Epoch Epoch { get; }

    /// <summary>Opens one and makes sure that what it commits stays.</summary>
    /// <param name="source">See <see cref="PostgresSettings.Writer"/>.</param>
    /// <param name="lost">The backend of a lost connection: it is terminated first, so that it can no longer commit anything.</param>
    /// <exception cref="MisconfigurationException">The server does not write durably.</exception>
    public static async Task<WriterConnection> OpenAsync(NpgsqlDataSource source, (int Pid, DateTime Started)? lost)
    {
        var connection = source.CreateConnection();
        try
        {
            await OpenAsync(source, connection);
            if (lost is { } old)
                await EndAsync(connection, old);
            await using var command = new NpgsqlCommand(AboutUs, connection);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            foreach (var (column, name) in ((int, string)[])[(3, "fsync"), (4, "full_page_writes"), (5, "synchronous_commit")])
            {
                if (reader.GetString(column) == "off")
                {
                    throw new MisconfigurationException(
                        "ConnectionStrings:Tocsin", $"the server's setting {name} is off, so that what was acknowledged could be lost");
                }
            }

            return new WriterConnection(
                connection,
                (reader.GetInt32(0), reader.GetDateTime(1)),
                new DateTimeOffset(reader.GetDateTime(2)),
                new Epoch(reader.GetString(6)));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Whether each commit until now has waited for its standby to the end. One whose wait an administrator cancelled is answered as
    /// written, with a warning beside it.
    /// </summary>
    /// <exception cref="TimeoutException">One has not: the answer is not known.</exception>
    public void RequireWholeWaits()
    {
        if (_waitWasCut)
            throw new TimeoutException("The wait for the standby was cancelled.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private static async Task OpenAsync(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        try
        {
            await connection.OpenAsync();
        }
        catch (NpgsqlException e) when (HostStates.Forget(source, e))
        {
            await connection.OpenAsync();
        }
    }

    private static async Task EndAsync(NpgsqlConnection connection, (int Pid, DateTime Started) old)
    {
        // The pid may be another backend's by now; the start time tells them apart.
        await using var command = new NpgsqlCommand(
            $"select pg_terminate_backend(pid, {TerminationMilliseconds}) from pg_stat_activity where pid = $1 and backend_start = $2",
            connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = old.Pid }, new NpgsqlParameter<DateTime> { TypedValue = old.Started } },
        };
        if (await command.ExecuteScalarAsync() is false)
            throw new JournalUnavailableException("The lost backend does not end.");
    }
}
