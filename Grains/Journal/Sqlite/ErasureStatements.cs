using Microsoft.Data.Sqlite;
using Tocsin.Identity;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>Enciphers lines of before, and keeps the table of erasures.</summary>
internal sealed class ErasureStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _key = new(connection, "INSERT OR IGNORE INTO personal (stream, value) VALUES (?, ?)");
    private readonly SqliteStatement _stored = new(connection, "SELECT 1 FROM personal WHERE stream = ? AND value = ?");
    private readonly SqliteStatement _last = new(connection, "SELECT number, hash FROM erasure ORDER BY number DESC LIMIT 1");
    private readonly SqliteStatement _kept = new(connection, """
        SELECT j.version FROM journal j WHERE j.position = ? AND j.stream = ? AND j.line <> ?
        AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.position = j.position)
        """);

    private readonly SqliteStatement _replace = new(connection, "UPDATE journal SET line = ?, sum = NULL WHERE position = ?");
    private readonly SqliteStatement _add = new(
        connection, "INSERT INTO erasure (number, position, stream, version, at, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?)");

    /// <summary>Replaces the lines, inside a transaction; false: the stream has another key.</summary>
    public bool Encipher(StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, DateTimeOffset now)
    {
        var name = stream.ToString();
        var row = StreamKey.RowOf(stream).ToString();
        _key.Bind(row).Bind(key).Run();
        if (!_stored.Bind(row).Bind(key).Step())
            return false;
        _stored.Reset();
        var (number, hash) = Last();
        foreach (var (position, line) in lines)
        {
            if (!_kept.Bind(position.Value).Bind(name).Bind(line).Step())
                continue;
            var version = (int)_kept.Number(0);
            _kept.Reset();
            var added = new ErasureRow(++number, position, name, version, now, ErasureRow.DigestOf(line), []);
            hash = added.HashBehind(hash);
            _replace.Bind(line).Bind(position.Value).Run();
            _add.Bind(added.Number).Bind(position.Value).Bind(name).Bind(version).Bind(now).Bind(added.Digest).Bind(hash).Run();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _stored.Dispose();
        _last.Dispose();
        _kept.Dispose();
        _replace.Dispose();
        _add.Dispose();
    }

    private (long Number, byte[] Hash) Last()
    {
        if (!_last.Step())
            return (0, EventLine.FirstHash.ToArray());
        var last = (_last.Number(0), _last.Bytes(1));
        _last.Reset();
        return last;
    }
}
