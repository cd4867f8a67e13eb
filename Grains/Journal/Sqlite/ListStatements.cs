using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>Writes how lists find the streams, and the names that they claim.</summary>
internal sealed class ListStatements(SqliteConnection connection) : IDisposable
{
    /// <summary>Id, pairs: writes the words of a text, whether it had some or not.</summary>
    public const string WritePairs = "INSERT OR REPLACE INTO board_pair (rowid, pairs) VALUES (?, ?)";

    private readonly SqliteStatement _text = new(connection, """
        INSERT INTO board_text (stream, kind, listed_at, text) VALUES (?, ?, ?, ?)
        ON CONFLICT (stream) DO UPDATE SET listed_at = excluded.listed_at, text = excluded.text
        RETURNING id
        """);

    private readonly SqliteStatement _pairs = new(connection, WritePairs);
    private readonly SqliteStatement _add = new(
        connection, "INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream) VALUES (?, ?, ?, ?)");

    private readonly SqliteStatement _remove = new(
        connection, "DELETE FROM board_key WHERE kind = ? AND key = ? AND listed_at = ? AND stream = ?");

    private readonly SqliteStatement _holder = new(connection, "SELECT stream FROM claim WHERE name = ?");
    private readonly SqliteStatement _take = new(connection, "INSERT OR IGNORE INTO claim (name, stream) VALUES (?, ?)");
    private readonly SqliteStatement _giveBack = new(connection, "DELETE FROM claim WHERE name = ? AND stream = ?");

    /// <summary>Whether another stream, which does not give it back here, holds a name that is to be taken.</summary>
    public bool IsClaimTaken(IReadOnlyList<ClaimChange> claims)
    {
        foreach (var claim in claims)
        {
            if (claim.Taken
                && HolderOf(claim.Name) is { } holder
                && holder != claim.Stream.ToString()
                && !claims.Any(c => !c.Taken && c.Name == claim.Name && c.Stream.ToString() == holder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the lists and the names of a request.</summary>
    public void Write(AppendRequest request)
    {
        foreach (var change in request.Listings)
            Write(change);
        foreach (var claim in request.Claims.Where(c => !c.Taken))
            _giveBack.Bind(claim.Name).Bind(claim.Stream.ToString()).Run();
        foreach (var claim in request.Claims.Where(c => c.Taken))
            _take.Bind(claim.Name).Bind(claim.Stream.ToString()).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _pairs.Dispose();
        _add.Dispose();
        _remove.Dispose();
        _holder.Dispose();
        _take.Dispose();
        _giveBack.Dispose();
    }

    private void Write(ListingChange change)
    {
        var stream = change.Stream.ToString();
        if (change.TextChanged)
        {
            _text.Bind(stream).Bind((long)change.Stream.Kind).Bind(change.After.At).Bind(change.After.Text).Step();
            var id = _text.Number(0);
            _text.Reset();
            _pairs.Bind(id).Bind(ListDialect.Sqlite.TermsOf(change.After.Text)).Run();
        }

        foreach (var key in change.Removed)
            _remove.Bind((long)change.Stream.Kind).Bind(key).Bind(change.Before!.At).Bind(stream).Run();
        foreach (var key in change.Added)
            _add.Bind((long)change.Stream.Kind).Bind(key).Bind(change.After.At).Bind(stream).Run();
    }

    private string? HolderOf(string name)
    {
        if (!_holder.Bind(name).Step())
            return null;
        var holder = _holder.Text(0);
        _holder.Reset();
        return holder;
    }
}
