using Npgsql;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Makes the journal's connections from the connection string of the configuration. Their timeouts are shorter than those of <see
/// cref="JournalOptions"/>.
/// </summary>
internal static class PostgresSettings
{
    /// <summary>How long a connection may take to open, in seconds; the driver knows whole ones only.</summary>
    private const int ConnectSeconds = 1;

    /// <summary>
    /// The driver's timeout of an append or a read, in seconds; we stop waiting earlier (see <see cref="Impatience"/>).
    /// </summary>
    private const int CommandSeconds = 2;

    /// <summary>How long one page of a list or of a report may take, in seconds.</summary>
    private const int ReportSeconds = 30;

    /// <summary>How long the server is waited for after a report was cancelled, in milliseconds; then the connection is given up.</summary>
    private const int CancellationMilliseconds = 200;

    /// <summary>
    /// A statement that takes too long is not cancelled; its connection is abandoned. To cancel means to connect once more to a server that
    /// does not answer. The server's own timeout ends the statement, or the writer terminates the backend.
    /// </summary>
    private const int NoCancellation = -1;

    /// <summary>
    /// The append finds each row by an index. Without this the planner would keep a plan that it made while the tables were small, and read
    /// them whole.
    /// </summary>
    private const string OneByOne = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_bitmapscan=off";

    private const string ShownEpoch = "select journal_epoch()";

    /// <summary>The most connections for reads of a silo.</summary>
    private const int ReadPoolSize = 24;

    /// <summary>The most lists and reports of a silo that run at once.</summary>
    private const int ReportPoolSize = 4;

    /// <summary>
    /// How long to wait for a short read, including a place in the pool, the connection and the answer.
    /// </summary>
    public static TimeSpan ReadLimit { get; } = TimeSpan.FromSeconds(1.8);

    /// <summary>
    /// The writer's connection: not pooled and not through a pooler, since its backend is identified by its pid. It waits for the append's
    /// lock no longer than its caller waits for it.
    /// </summary>
    public static NpgsqlDataSource Writer(string connectionString) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(
        connectionString)
    {
        Pooling = false,
        Enlist = false,
        NoResetOnClose = true,
        Timeout = ConnectSeconds,
        CommandTimeout = CommandSeconds,
        CancellationTimeout = NoCancellation,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 1,
        TcpKeepAliveInterval = 1,
        WriteBufferSize = 64 * 1024,
        ApplicationName = "tocsin writer",
        Options = "-c lock_timeout=1000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=5000 -c jit=off " + OneByOne,
    }.ConnectionString);

    /// <summary>The pool of reads.</summary>
    public static NpgsqlDataSource Reads(string connectionString, NewestHistory history) =>
        Pool(connectionString, history, "tocsin reads", ReadPoolSize, CommandSeconds, NoCancellation);

    /// <summary>The pool of lists and reports.</summary>
    public static NpgsqlDataSource Reports(string connectionString, NewestHistory history) =>
        Pool(connectionString, history, "tocsin reports", ReportPoolSize, ReportSeconds, CancellationMilliseconds);

    private static NpgsqlDataSource Pool(
        string connectionString, NewestHistory history, string name, int size, int seconds, int cancellationMilliseconds)
    {
        var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = true,
            Enlist = false,
            NoResetOnClose = true,
            MaxPoolSize = size,
            Timeout = ConnectSeconds,
            CommandTimeout = seconds,
            CancellationTimeout = cancellationMilliseconds,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 1,
            TcpKeepAliveInterval = 1,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            ApplicationName = name,
            Options = $"-c default_transaction_read_only=off -c statement_timeout={seconds * 1000} -c jit=off",
        }.ConnectionString)
            .UsePhysicalConnectionInitializer(
                connection => history.See(Shown(connection)), async connection => history.See(await ShownAsync(connection)))
            .Build();
        history.Moved += source.Clear;
        return source;
    }

    private static Epoch Shown(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(ShownEpoch, connection);
        return new Epoch((string)command.ExecuteScalar()!);
    }

    private static async Task<Epoch> ShownAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(ShownEpoch, connection);
        return new Epoch((string)(await command.ExecuteScalarAsync())!);
    }
}
