using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Reads events and board rows, and checks each of them.</summary>
/// <param name="damage">Is told of those that are damaged.</param>
internal sealed class PostgresRows(DamageLog damage)
{
    /// <summary>Is told of damage.</summary>
    public DamageLog Damage => damage;

    /// <summary>Reads an event.</summary>
    public JournalEvent Event(NpgsqlDataReader row)
    {
        var (position, version) = (new JournalPosition(row.GetInt64(0)), row.GetInt32(2));
        var name = "";
        try
        {
            name = row.GetString(1);
            var stored = new JournalEvent(
                position,
                StreamId.OfRow(name),
                version,
                row.GetString(3),
                row.Time(4),
                row.Time(5),
                new CommandId(row.GetGuid(6)),
                row.GetString(7),
                row.GetFieldValue<byte[]>(8));
            if (row.IsDBNull(9) || LineSum.Fits(stored, name, row.GetInt32(9)))
                return stored;
        }
        catch (Exception e) when (ReadRow.IsBroken(e))
        {
            // What stands in it is no text, or no time.
        }

        var stream = StreamId.OfRow(name);
        damage.Line(stream, position);
        return JournalEvent.Damaged(position, stream, version);
    }

    /// <summary>Reads a board row.</summary>
    public BoardRow Board(NpgsqlDataReader row) => Board(row, 0);

    /// <summary>Reads a board row whose columns begin at <paramref name="at"/>.</summary>
    public BoardRow Board(NpgsqlDataReader row, int at)
    {
        var name = "";
        try
        {
            name = row.GetString(at);
            return new ReadRow(
                name,
                row.GetInt32(at + 1),
                row.GetFieldValue<byte[]>(at + 2),
                new JournalPosition(row.GetInt64(at + 3)),
                new BoardEntry(
                    row.GetString(at + 4),
                    row.GetInt16(at + 5),
                    row.GetBoolean(at + 6),
                    row.GetInt16(at + 7),
                    row.GetInt16(at + 8),
                    row.TextOrNull(at + 9),
                    row.TimeOrNull(at + 10))
                {
                    LateAt = row.TimeOrNull(at + 11),
                },
                row.GetInt16(at + 12),
                row.GetInt16(at + 13),
                row.TimeOrNull(at + 14),
                row.IsDBNull(at + 15) ? null : row.GetInt32(at + 15)).ToRow(damage);
        }
        catch (Exception e) when (ReadRow.IsBroken(e))
        {
            var stream = StreamId.OfRow(name);
            damage.Row(stream);
            return BoardRow.Damaged(stream, new JournalPosition(row.GetInt64(at + 3)), null);
        }
    }

    /// <summary>Reads a row of a list: a board row, and the time by which it is ordered.</summary>
    public ListedRow Listed(NpgsqlDataReader row)
    {
        var read = Board(row);
        try
        {
            return new ListedRow(read, row.TimeOrNull(BoardSql.ColumnCount) ?? default);
        }
        catch (Exception e) when (ReadRow.IsBroken(e))
        {
            return new ListedRow(read, default);
        }
    }
}
