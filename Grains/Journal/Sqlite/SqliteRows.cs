using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>Reads events and board rows, and checks each of them.</summary>
/// <param name="damage">Is told of those that are damaged.</param>
internal sealed class SqliteRows(DamageLog damage)
{
    /// <summary>Is told of damage.</summary>
    public DamageLog Damage => damage;

    /// <summary>Reads a row of <see cref="JournalSql.EventColumns"/>.</summary>
    public JournalEvent Event(SqliteStatement row)
    {
        var (position, name) = (new JournalPosition(row.Number(0)), row.Text(1));
        var stream = StreamId.OfRow(name);
        try
        {
            var stored = new JournalEvent(
                position,
                stream,
                checked((int)row.Number(2)),
                row.Text(3),
                row.Time(4),
                row.Time(5),
                row.Bytes(6).ToCommandId(),
                row.Text(7),
                row.Bytes(8));
            if (row.IsNull(9) || LineSum.Fits(stored, name, checked((int)row.Number(9))))
                return stored;
        }
        catch (Exception e) when (ReadRow.IsBroken(e))
        {
            // What stands in it is no time, or no id.
        }

        damage.Line(stream, position);
        return JournalEvent.Damaged(position, stream, unchecked((int)row.Number(2)));
    }

    /// <summary>Reads a row that begins with <see cref="JournalSql.BoardColumns"/>.</summary>
    public BoardRow Board(SqliteStatement row)
    {
        try
        {
            return new ReadRow(
                row.Text(0),
                checked((int)row.Number(1)),
                row.Bytes(2),
                new JournalPosition(row.Number(3)),
                new BoardEntry(
                    row.Text(4),
                    checked((short)row.Number(5)),
                    row.Number(6) != 0,
                    checked((short)row.Number(7)),
                    checked((short)row.Number(8)),
                    row.TextOrNull(9),
                    row.TimeOrNull(10))
                {
                    LateAt = row.TimeOrNull(11),
                },
                row.Number(12),
                row.Number(13),
                row.TimeOrNull(14),
                row.IsNull(15) ? null : checked((int)row.Number(15))).ToRow(damage);
        }
        catch (Exception e) when (ReadRow.IsBroken(e))
        {
            var stream = StreamId.OfRow(row.Text(0));
            damage.Row(stream);
            return BoardRow.Damaged(stream, new JournalPosition(row.Number(3)), null);
        }
    }

    /// <summary>Reads a row of a list: a board row, and the time by which it is ordered.</summary>
    public ListedRow Listed(SqliteStatement row)
    {
        var read = Board(row);
        try
        {
            return new ListedRow(read, row.TimeOrNull(JournalSql.BoardColumnCount) ?? default);
        }
        catch (ArgumentOutOfRangeException)
        {
            return new ListedRow(read, default);
        }
    }
}
