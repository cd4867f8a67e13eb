using Microsoft.Data.Sqlite;
using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>Looks up and writes the rows of keyed commands.</summary>
internal sealed class CommandStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _find = new(connection, FindSql);
    private readonly SqliteStatement _insert = new(
        connection, "INSERT INTO command (id, digest, status, extra, stream, version) VALUES (?, ?, ?, ?, ?, ?)");

    /// <summary>Finds a command by its id; <see cref="Read"/> reads the row.</summary>
    public static string FindSql => "SELECT digest, status, extra, stream, version FROM command WHERE id = ?";

    /// <summary>Reads a row of <see cref="FindSql"/>.</summary>
    public static CommandRow Read(SqliteStatement row, CommandId command) => new(
        command,
        new CommandKey(row.Bytes(0), (short)row.Number(1), row.TextOrNull(2)),
        StreamId.OfRow(row.Text(3)),
        (int)row.Number(4));

    /// <summary>A command that was carried out, or null.</summary>
    public CommandRow? Find(CommandId command)
    {
        if (!_find.Bind(command.ToBytes()).Step())
            return null;
        var row = Read(_find, command);
        _find.Reset();
        return row;
    }

    /// <summary>Remembers a command.</summary>
    public void Insert(CommandId command, CommandKey key, StreamId stream, int version) =>
        _insert.Bind(command.ToBytes()).Bind(key.Digest).Bind(key.Status).Bind(key.Extra).Bind(stream.ToString()).Bind(version).Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }
}
