using Microsoft.Data.Sqlite;
using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>Writes and erases personal data, so that what is erased does not stay readable in the file's free space.</summary>
internal sealed class PersonalStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _secure = new(connection, "PRAGMA secure_delete = ON");
    private readonly SqliteStatement _fast = new(connection, "PRAGMA secure_delete = OFF");
    private readonly SqliteStatement _write = new(
        connection, "INSERT INTO personal (stream, value) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET value = excluded.value");
    private readonly SqliteStatement _erase = new(connection, "DELETE FROM personal WHERE stream = ?");

    /// <summary>Writes or erases these entries, inside a transaction.</summary>
    public void Write(IReadOnlyList<PersonalEntry> entries)
    {
        if (entries.Count == 0)
            return;

        // Deleted data is overwritten with zeros only here: it costs writes, and the views of the board are replaced far more often.
        _secure.Run();
        try
        {
            foreach (var entry in entries)
                Write(entry.Stream, entry.Value);
        }
        finally
        {
            _fast.Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _secure.Dispose();
        _fast.Dispose();
        _write.Dispose();
        _erase.Dispose();
    }

    private void Write(StreamId stream, string? value)
    {
        if (value is null)
            _erase.Bind(stream.ToString()).Run();
        else
            _write.Bind(stream.ToString()).Bind(value).Run();
    }
}
