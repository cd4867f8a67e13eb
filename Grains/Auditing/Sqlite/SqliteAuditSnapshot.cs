using Microsoft.Data.Sqlite;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Auditing.Sqlite;

/// <summary>
/// A snapshot of <c>journal.db</c>, in one read transaction. A process that uses the folder can go on writing; only its write-ahead log
/// cannot be truncated meanwhile. The audit does not lock the folder, and writes nothing.
/// </summary>
public sealed class SqliteAuditSnapshot : IAuditSnapshot
{
    /// <summary>What SQLite says of a file that is whole.</summary>
    private const string Whole = "ok";

    private static readonly IReadOnlyList<(FindingKind Kind, string Sql, string Words)> LooseEnds =
        LooseEndSql.All("incident", "response", "call");
    private readonly ReadSession _session;

    private readonly LogDamage? _log;
    private readonly IReadOnlyList<string> _kept;

    private readonly bool _schemaFits;

    private SqliteAuditSnapshot(ReadSession session, LogDamage? log, IReadOnlyList<string> kept, bool schemaFits) =>
        (_session, _log, _kept, _schemaFits) = (session, log, kept, schemaFits);

    /// <inheritdoc/>
    public JournalPosition? CountedEnd => null;

    /// <summary>Opens a snapshot of the journal in a folder.</summary>
    /// <exception cref="MisconfigurationException">The folder has no journal.</exception>
    /// <exception cref="SqliteException">The journal cannot be read.</exception>
    public static SqliteAuditSnapshot Open(string dataDirectory)
    {
        var path = DataDirectory.JournalIn(Path.GetFullPath(dataDirectory));
        if (!File.Exists(path))
            throw new MisconfigurationException($"{DataDirectory.Key}: there is no journal '{path}'.");
        var log = SqliteLog.Find(path);
        var connection = new SqliteFile(path).OpenReader();
        var session = new ReadSession(connection);
        try
        {
            // The transaction begins with its first read.
            session["BEGIN"].Run();
            session["SELECT count(*) FROM (SELECT 1 FROM seal LIMIT 1)"].Run();
            return new SqliteAuditSnapshot(session, log, SqliteLog.KeptBeside(path), SchemaSum.Fits(connection));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation) =>
        All(_session[SqliteAuditSql.After].Bind(after.Value).Bind(limit), SqliteAuditSql.ReadEvent, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, int after, int upTo, int limit, CancellationToken cancellation) =>
        All(
            _session[SqliteAuditSql.OfStream].Bind(stream.ToString()).Bind(after).Bind(upTo).Bind(limit),
            SqliteAuditSql.ReadEvent,
            cancellation);

    /// <inheritdoc/>
    public async ValueTask<NarrowRows> ReadRowsAsync(
        IReadOnlyList<IncidentId> incidents, IReadOnlyList<CallId> calls, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(calls);
        var rows = new NarrowRows();
        foreach (var incident in incidents)
        {
            rows.Incidents.AddRange(
                await All(_session[SqliteAuditSql.Incident].Bind(incident.Value), SqliteAuditSql.ReadIncident, cancellation));
            rows.Responses.AddRange(
                await All(_session[SqliteAuditSql.Responses].Bind(incident.Value), SqliteAuditSql.ReadResponse, cancellation));
        }

        foreach (var call in calls)
            rows.Calls.AddRange(await All(_session[SqliteAuditSql.Call].Bind(call.Value), SqliteAuditSql.ReadCall, cancellation));
        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, StoredListing>> ReadListingsAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var listings = new Dictionary<string, StoredListing>();
        foreach (var stream in streams.Distinct())
        {
            var found = await All(
                _session[SqliteAuditSql.Listing].Bind(stream), row => (SqliteAuditSql.TimeOrNull(row, 0), row.Text(1)), cancellation);
            if (found is not [var (at, text)])
                continue;
            var keys = await All(_session[SqliteAuditSql.Keys].Bind(stream), row => row.Text(0), cancellation);
            var claims = await All(_session[SqliteAuditSql.Claims].Bind(stream), row => row.Text(0), cancellation);
            listings.Add(stream, new StoredListing(at, text, StoredListing.Joined(keys), StoredListing.Joined(claims)));
        }

        return listings;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, string>> ReadKeysAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var keys = new Dictionary<string, string>();
        foreach (var stream in streams)
        {
            if (await All(_session[SqliteAuditSql.Key].Bind(stream), row => row.Text(0), cancellation) is [var key])
                keys.Add(stream, key);
        }

        return keys;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ErasureRow>> ReadErasuresAsync(CancellationToken cancellation) =>
        All(_session[SqliteAuditSql.Erasures], SqliteAuditSql.ReadErasure, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Seal>> ReadSealsAsync(DateTimeOffset? after, int limit, CancellationToken cancellation) =>
        All(
            _session[SqliteAuditSql.Seals].Bind(after?.ToUnixTimeMilliseconds() ?? long.MinValue).Bind(limit),
            SqliteAuditSql.ReadSeal,
            cancellation);

    /// <inheritdoc/>
    public async ValueTask FindDamageAsync(AuditFindings findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (_log is { } log)
        {
            findings.Add(
                FindingKind.Damaged,
                null,
                null,
                $"the write-ahead log does not fit at frame {log.Frame}: {log.Commits} commits from there on cannot be read");
        }

        foreach (var kept in _kept)
        {
            findings.Add(
                FindingKind.Damaged,
                null,
                null,
                $"the write-ahead log was damaged at an earlier start, and commits were lost: it is kept as {kept}");
        }

        if (!_schemaFits)
        {
            findings.Add(
                FindingKind.Damaged, null, null, "what the file says of its tables and indexes does not fit the checksum in its header");
        }

        // Every page, every row against its columns' types, every index against its table.
        await All(
            _session[$"PRAGMA integrity_check({AuditLimits.FindingsPerKind})"],
            row =>
            {
                if (row.Text(0) is not Whole and var words)
                    findings.Add(FindingKind.Damaged, null, null, words.ReplaceLineEndings(" "));
                return true;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask FindLooseEndsAsync(AuditFindings findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var (kind, sql, words) in LooseEnds)
        {
            await All(
                _session[sql],
                row =>
                {
                    findings.Add(kind, row.Text(0), null, words);
                    return true;
                },
                cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ValueTask<IReadOnlyList<T>> All<T>(
        SqliteStatement statement, Func<SqliteStatement, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var rows = new List<T>();
            while (statement.Step())
                rows.Add(read(statement));
            return ValueTask.FromResult<IReadOnlyList<T>>(rows);
        }
        catch (SqliteException e) when (SqliteErrors.IsDamage(e))
        {
            throw DamagedException.OfFile(e);
        }
    }
}
