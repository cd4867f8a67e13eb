using System.Data;
using Npgsql;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing.PostgreSql;

/// <summary>
/// A snapshot of the database, in one REPEATABLE READ, READ ONLY transaction on a connection of its own. Silos can go on writing;
/// PostgreSQL keeps the row versions that they replace until the audit ends. It also runs on a standby.
/// </summary>
public sealed class PostgresAuditSnapshot : IAuditSnapshot
{
    /// <summary>The longest time to open the connection, in seconds: an operator waits for it, not a dispatcher.</summary>
    private const int ConnectSeconds = 15;

    private static readonly IReadOnlyList<(FindingKind Kind, string Sql, string Words)> LooseEnds =
        LooseEndSql.All("incident_row", "response_row", "call_row");
    private readonly NpgsqlConnection _connection;

    private PostgresAuditSnapshot(NpgsqlConnection connection) => _connection = connection;

    /// <inheritdoc/>
    public JournalPosition? CountedEnd { get; private set; }

    /// <summary>Opens a snapshot of the database.</summary>
    /// <exception cref="NpgsqlException">It cannot be reached, or lacks the schema of Tocsin.</exception>
    public static async Task<PostgresAuditSnapshot> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Enlist = false,
            Timeout = ConnectSeconds,
            CommandTimeout = AuditLimits.StatementSeconds,
            MaxAutoPrepare = 16,
            ApplicationName = "tocsin audit",

            // Row by row through the indexes: a plan that reads a whole table for each page would be made while the tables are small, and
            // kept.
            Options = "-c default_transaction_read_only=on -c jit=off -c enable_hashjoin=off -c enable_mergejoin=off",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var snapshot = new PostgresAuditSnapshot(connection);
            snapshot.CountedEnd = (await snapshot.AllAsync(
                PostgresAuditSql.End, row => new JournalPosition(row.GetInt64(0)), cancellation)).SingleOrDefault();
            return snapshot;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation) =>
        AllAsync(PostgresAuditSql.After, PostgresAuditSql.ReadEvent, cancellation, after.Value, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, int after, int upTo, int limit, CancellationToken cancellation) =>
        AllAsync(PostgresAuditSql.OfStream, PostgresAuditSql.ReadEvent, cancellation, stream.ToString(), after, upTo, limit);

    /// <inheritdoc/>
    public async ValueTask<NarrowRows> ReadRowsAsync(
        IReadOnlyList<IncidentId> incidents, IReadOnlyList<CallId> calls, CancellationToken cancellation)
    {
        var rows = new NarrowRows();
        if (incidents.Count > 0)
        {
            // One parameter: a bare array of texts would be taken for several parameters.
            object ids = incidents.Select(i => i.Value).ToArray();
            rows.Incidents.AddRange(await AllAsync(PostgresAuditSql.Incidents, PostgresAuditSql.ReadIncident, cancellation, ids));
            rows.Responses.AddRange(await AllAsync(PostgresAuditSql.Responses, PostgresAuditSql.ReadResponse, cancellation, ids));
        }

        if (calls.Count > 0)
        {
            rows.Calls.AddRange(await AllAsync(
                PostgresAuditSql.Calls, PostgresAuditSql.ReadCall, cancellation, (object)calls.Select(c => c.Value).ToArray()));
        }

        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, StoredListing>> ReadListingsAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation) =>
        (await AllAsync(PostgresAuditSql.Listings, PostgresAuditSql.ReadListing, cancellation, (object)streams.ToArray()))
            .ToDictionary(l => l.Stream, l => l.Listing);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, string>> ReadKeysAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation) =>
        (await AllAsync(
            PostgresAuditSql.Keys, row => (Stream: row.GetString(0), Key: row.GetString(1)), cancellation, (object)streams.ToArray()))
            .ToDictionary(k => k.Stream, k => k.Key);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ErasureRow>> ReadErasuresAsync(CancellationToken cancellation) =>
        AllAsync(PostgresAuditSql.Erasures, PostgresAuditSql.ReadErasure, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Seal>> ReadSealsAsync(DateTimeOffset? after, int limit, CancellationToken cancellation) =>
        AllAsync(PostgresAuditSql.Seals, PostgresSealStore.Read, cancellation, (after ?? DateTimeOffset.MinValue).UtcDateTime, limit);

    /// <inheritdoc/>
    public async ValueTask FindLooseEndsAsync(AuditFindings findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var (kind, sql, words) in LooseEnds)
        {
            await AllAsync(
                sql,
                row =>
                {
                    findings.Add(kind, row.GetString(0), null, words);
                    return true;
                },
                cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async ValueTask<IReadOnlyList<T>> AllAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
                rows.Add(read(reader));
            return rows;
        }
        catch (PostgresException e) when (PostgresFaults.Of(e) == PostgresFault.Damaged)
        {
            throw DamagedException.OfFile(e);
        }
    }
}
