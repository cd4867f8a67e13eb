using System.Reflection;
using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Tocsin.Schema;

/// <summary>
/// Brings the PostgreSQL schema up to this program's version: forward only, and only adding, so that silos of the version before go on
/// working.
/// Any number of silos may do it at once: one works, the others wait for it.
/// </summary>
public static partial class PostgresSchema
{
    /// <summary>The append's advisory lock; see <c>0003_append_1.sql</c>.</summary>
    internal const long AppendLock = 7461;

    /// <summary>The advisory lock of the migrations; not the append's.</summary>
    private const long MigrationLock = 7462;

    /// <summary>
    /// How long a statement of a migration waits for a table's lock before it gives way to those at work and is tried again.
    /// </summary>
    private const int LockTimeoutMilliseconds = 2_000;

    /// <summary>How often a migration that could not get a lock is tried.</summary>
    private const int Tries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs what is missing; does nothing, and needs no rights beyond reading, when nothing is.</summary>
    /// <param name="connectionString">The program's own account.</param>
    /// <param name="migrationConnectionString">
    /// An account that may change the schema; null when the program's own may. The program's is then granted what it needs.
    /// </param>
    /// <param name="logger">Hears what is run; may be null.</param>
    /// <param name="cancellation">Stops the wait for another silo's migration, or for locks; a script that has begun ends first.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached, or a script failed.</exception>
    public static async Task UpgradeAsync(
        string connectionString, string? migrationConnectionString = null, ILogger? logger = null, CancellationToken cancellation = default)
    {
        logger ??= NullLogger.Instance;
        var own = new NpgsqlConnectionStringBuilder(connectionString);
        var migrating = new NpgsqlConnectionStringBuilder(migrationConnectionString ?? connectionString)
        {
            // An Options of its own: the pooled connections of the program do not inherit the lock time-out.
            Options = $"-c lock_timeout={LockTimeoutMilliseconds}",
            Pooling = false,
            Enlist = false,
        };
        await using var connection = new NpgsqlConnection(migrating.ConnectionString);
        await connection.OpenAsync(cancellation);
        await WaitForLockAsync(connection, cancellation);

        for (var attempt = 1; ; attempt++)
        {
            // A new one for each try: it remembers what a try that was rolled back has made.
            var upgrader = Upgrader(migrating.ConnectionString, logger);
            if (!upgrader.IsUpgradeRequired())
                break;
            var result = await Task.Run(upgrader.PerformUpgrade, cancellation);
            if (result.Successful)
                break;
            if (attempt == Tries
                || result.Error
                    is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected })
            {
                throw new NpgsqlException($"The schema script {result.ErrorScript?.Name} failed: {result.Error?.Message}", result.Error);
            }

            LogLocked(logger, attempt);
            await Task.Delay(Pause * attempt, cancellation);
        }

        if (migrationConnectionString is not null && own.Username is { } user && user != migrating.Username)
            await PostgresAccess.GrantAsync(connection, user, cancellation);
        await PostgresListing.FillAsync(connection, cancellation);
        await PostgresCallSigns.FillAsync(connection, cancellation);
        await MakeIndexesAsync(connection, logger, cancellation);
    }

    /// <summary>The newest script that was run, without the rest of its name.</summary>
    public static async Task<string> NewestAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select max(split_part(scriptname, '.', 4)) from public.schema_version", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // Without an index things are slow, not wrong: somebody's long transaction, which it waits for, stops no silo's start.
    private static async Task MakeIndexesAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            await PostgresIndexes.MakeAsync(connection, cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            LogIndexMissing(logger, e.MessageText);
        }
    }

    private static UpgradeEngine Upgrader(string connectionString, ILogger logger) => DeployChanges.To
        .PostgresqlDatabase(connectionString)
        .WithScriptsEmbeddedInAssembly(
            Assembly.GetExecutingAssembly(), name => name.Contains(".Schema.PostgreSql.", StringComparison.Ordinal))
        .WithVariablesDisabled()
        .WithTransactionPerScript()
        .JournalToPostgresqlTable("public", "schema_version")
        .LogTo(new SchemaLog(logger))
        .Build();

    private static async Task WaitForLockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Asked again and again rather than waited for: a waiting statement would hold a snapshot, which CREATE INDEX CONCURRENTLY waits
        // for.
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({MigrationLock})", connection);
        while (await command.ExecuteScalarAsync(cancellation) is not true)
            await Task.Delay(Pause, cancellation);
    }

    [LoggerMessage(2114, LogLevel.Warning, "The schema waits for a lock that others hold; try {Attempt}.")]
    private static partial void LogLocked(ILogger logger, int attempt);

    [LoggerMessage(2103, LogLevel.Warning, "An index is not made yet: {Reason}. The next start of a silo tries again")]
    private static partial void LogIndexMissing(ILogger logger, string reason);
}
