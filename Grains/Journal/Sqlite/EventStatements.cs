using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Tocsin.Identity;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>Writes events: the line with its time of recording, and the stream's hash chain over it.</summary>
internal sealed class EventStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _end = new(connection, "SELECT position, recorded_at FROM journal ORDER BY position DESC LIMIT 1");
    private readonly SqliteStatement _insert = new(connection,
        "INSERT INTO journal (position, stream, version, kind, occurred_at, recorded_at, command_id, line, hash, sum) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /// <summary>The last position and its time of recording; 0 and the beginning of time in an empty journal.</summary>
    public (long Position, DateTimeOffset RecordedAt) End()
    {
        if (!_end.Step())
            return (0, DateTimeOffset.MinValue);
        var end = (_end.Number(0), _end.Time(1));
        _end.Reset();
        return end;
    }

    /// <summary>Writes one event behind the hash of the one before it, and leaves its own hash there.</summary>
    public void Insert(in PreparedEvent prepared, CommandId command, long position, DateTimeOffset recordedAt, Span<byte> hash)
    {
        var time = EventLine.Time(recordedAt);
        var longest = hash.Length + Encoding.UTF8.GetMaxByteCount(prepared.Head.Length + time.Length + prepared.Tail.Length);
        var rented = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            // One buffer holds the previous hash and the line: both are hashed, and the line is stored. So the same bytes are hashed and
            // stored.
            hash.CopyTo(rented);
            var end = hash.Length;
            end += Encoding.UTF8.GetBytes(prepared.Head, rented.AsSpan(end));
            end += Encoding.UTF8.GetBytes(time, rented.AsSpan(end));
            end += Encoding.UTF8.GetBytes(prepared.Tail, rented.AsSpan(end));
            var line = rented.AsSpan(hash.Length, end - hash.Length);
            SHA256.HashData(rented.AsSpan(0, end), hash);

            Span<byte> id = stackalloc byte[16];
            command.Value.TryWriteBytes(id, bigEndian: true, out _);
            _insert.Bind(position).Bind(prepared.Stream.ToString()).Bind(prepared.Version).Bind(prepared.Kind)
                .Bind(prepared.OccurredAt).Bind(recordedAt).Bind(id).BindUtf8(line).Bind(hash)
                .Bind(prepared.Sum ^ RowSum.End(hash, new JournalPosition(position)))
                .Run();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Dispose();
        _insert.Dispose();
    }
}
