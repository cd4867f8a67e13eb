using Microsoft.Data.Sqlite;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Reads the board where a page of it is damaged: an index says which rows there are, and each is read by itself. One that cannot be is
/// counted and stepped over.
/// </summary>
/// <param name="damage">Is told.</param>
internal sealed class SqliteParts(DamageLog damage)
{
    /// <summary>The rows.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="ids">Gives their row ids, out of an index alone.</param>
    /// <param name="one">Row id -> the row.</param>
    /// <param name="read">Reads one.</param>
    public IEnumerable<T> Read<T>(ReadSession session, SqliteStatement ids, string one, Func<SqliteStatement, T> read)
    {
        var all = new List<long>();
        while (ids.Step())
            all.Add(ids.Number(0));
        foreach (var id in all)
        {
            if (TryRead(session, id, one, read, out var row))
                yield return row;
        }
    }

    private bool TryRead<T>(ReadSession session, long id, string one, Func<SqliteStatement, T> read, out T row)
    {
        row = default!;
        try
        {
            var statement = session[one].Bind(id);
            if (!statement.Step())
                return false;
            row = read(statement);
            statement.Reset();
            return true;
        }
        catch (SqliteException e) when (SqliteErrors.IsDamage(e))
        {
            damage.File(e);
            return false;
        }
    }
}
