using Microsoft.Data.Sqlite;
using Tocsin.Identity;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>Compares a stream's version with its board row, and writes that row.</summary>
internal sealed class BoardStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _head = new(connection, "SELECT version, hash FROM board WHERE stream = ?");
    private readonly SqliteStatement _upsert = new(connection, """
        INSERT INTO board (stream, kind, bucket, version, position, hash, open, status, priority, station,
          due_at, late_at, listed_at, view_code, view, sum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (stream) DO UPDATE SET
          version = excluded.version, position = excluded.position, hash = excluded.hash, open = excluded.open, status = excluded.status,
          priority = excluded.priority, station = excluded.station, due_at = excluded.due_at, late_at = excluded.late_at,
          listed_at = coalesce(excluded.listed_at, listed_at),
          view_code = excluded.view_code, view = excluded.view,
          sum = CASE WHEN excluded.listed_at IS NOT NULL OR listed_at IS NULL THEN excluded.sum END
        """);

    /// <summary>A stream's version, 0 when it has no event, and the hash of its last one.</summary>
    public (int Version, byte[] Hash) Head(StreamId stream)
    {
        if (!_head.Bind(stream.ToString()).Step())
            return (0, new byte[32]);
        var head = ((int)_head.Number(0), _head.Bytes(1));
        _head.Reset();
        return head;
    }

    /// <summary>Writes the row of a head of an append.</summary>
    /// <param name="append">The append.</param>
    /// <param name="head">The head's number in it; it has a board entry.</param>
    /// <param name="position">The position of its last event.</param>
    /// <param name="hash">The hash of that.</param>
    public void Upsert(PreparedAppend append, int head, long position, ReadOnlySpan<byte> hash)
    {
        var (stream, version) = (append.Request.Heads[head].Stream, append.Versions[head]);
        var (entry, listedAt) = (append.Request.Heads[head].Board!, append.Request.Heads[head].ListedAt);
        _upsert.Bind(stream.ToString()).Bind((long)stream.Kind).Bind((long)stream.Bucket).Bind(version).Bind(position).Bind(hash)
            .Bind(entry.Open).Bind(entry.Status).Bind(entry.Priority).Bind(entry.Station).Bind(entry.DueAt).Bind(entry.LateAt)
            .Bind(listedAt)
            .Bind(entry.ViewCode).Bind(entry.View)
            .Bind(append.BoardSums[head] ^ RowSum.End(hash, new JournalPosition(position)))
            .Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _head.Dispose();
        _upsert.Dispose();
    }
}
