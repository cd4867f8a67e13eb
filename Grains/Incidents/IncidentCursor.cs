using System.Globalization;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Incidents;

/// <summary>
/// Where a page of incidents ended: in which of the list's queries, and behind which row. A list of one query has the cursor of every list
/// by receipt.
/// </summary>
internal static class IncidentCursor
{
    /// <summary>The cursor behind a row.</summary>
    public static string Write(IReadOnlyList<ListQuery> lists, int step, ListedRow row)
    {
        var (at, id) = Place(lists[step], row);
        return lists.Count == 1
            ? Cursor.Write(at, id)
            : Cursor.WriteParts(
                step.ToString(CultureInfo.InvariantCulture),
                at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                id);
    }

    /// <summary>Reads what <see cref="Write"/> wrote for a list of that many queries; no cursor is the list's beginning.</summary>
    public static bool TryRead(string? cursor, int lists, out int step, out (DateTimeOffset At, string Id)? after)
    {
        step = 0;
        if (lists <= 1 || cursor is null)
            return Cursor.TryRead(cursor, out after);
        after = null;
        return Cursor.ReadParts(cursor) is [var first, var at, var id]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out step)
            && step < lists
            && Cursor.TryPlace(at, id, out after);
    }

    /// <summary>Where a row stands in a query's order.</summary>
    public static (DateTimeOffset At, string Id) Place(ListQuery query, ListedRow row) =>
        (query.Order == ListOrder.LongestLate ? row.Row.Entry.LateAt ?? row.At : row.At, row.Row.Stream.Id);
}
