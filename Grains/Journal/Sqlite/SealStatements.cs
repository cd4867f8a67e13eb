using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sealing;

namespace Tocsin.Journal.Sqlite;

/// <summary>Writes seals.</summary>
internal sealed class SealStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _last = new(connection, "SELECT max(minute) FROM seal");
    private readonly SqliteStatement _add = new(
        connection, "INSERT INTO seal (minute, position, count, digest, hmac, previous, parts) VALUES (?, ?, ?, ?, ?, ?, ?)");

    /// <summary>Adds one behind another, inside a transaction; false when the newest is not that one.</summary>
    public bool TryAdd(Seal seal, Seal? previous)
    {
        _last.Step();
        var last = _last.TimeOrNull(0);
        _last.Reset();
        if (last != previous?.At)
            return false;
        _add.Bind(seal.At).Bind(seal.Position.Value).Bind(seal.Count).Bind(seal.Digest).Bind(seal.Signature);
        if (seal.Previous is { } chained)
            _add.Bind(chained).Bind(seal.Parts).Run();
        else
            _add.Bind((string?)null).Bind((string?)null).Run();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _last.Dispose();
        _add.Dispose();
    }
}
