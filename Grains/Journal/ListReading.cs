namespace Tocsin.Journal;

/// <summary>
/// Reads a list, with more than one statement if necessary. A text or an area is first searched for among the newest things, where a common
/// one is found at once. Only a rare one, or one that does not occur, needs the index of pairs, or of keys. So no search is slow.
/// </summary>
internal static class ListReading
{
    /// <summary>How many of the newest things are looked at first.</summary>
    internal const int NewestMost = 2_000;

    /// <summary>The rows.</summary>
    /// <param name="query">The list.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="read">Reads the rows of a statement.</param>
    public static async ValueTask<IReadOnlyList<ListedRow>> ReadAsync(
        ListQuery query, ListDialect dialect, Func<ListStatement, ValueTask<IReadOnlyList<ListedRow>>> read)
    {
        IReadOnlyList<string> words = string.IsNullOrEmpty(query.Text) ? [] : SearchText.Words(query.Text);
        if (words.Count == 0 && !string.IsNullOrEmpty(query.Text))
            return [];
        if (query.Order == ListOrder.ById)
            return await read(ListStatement.ById(query, dialect));
        if (query.Order == ListOrder.LongestLate)
            return await read(ListStatement.LongestLate(query, words, dialect));
        if (query.NumberEnd is not null)
            return await read(ListStatement.ByNumber(query, dialect));
        if (query.Open == true || (words.Count == 0 && query.Area.Count == 0))
            return await read(ListStatement.Newest(query, words, dialect));
        var rows = await read(ListStatement.AmongNewest(query, words, dialect, NewestMost));
        if (rows.Count >= query.Limit)
            return rows;
        return await read(words.Count > 0
            ? ListStatement.ByPairs(query, words, dialect)
            : ListStatement.Newest(query, words, dialect));
    }
}
