namespace Tocsin.Journal;

/// <summary>
/// Reads a list, with more than one statement if necessary. A text is first searched for among the newest things, where a common text is
/// found at once. Only a rare text, or one that does not occur, needs the index of pairs. So no search is slow.
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
        query = query with { Text = string.IsNullOrEmpty(query.Text) ? null : SearchText.Fold(query.Text) };
        if (query.Order == ListOrder.ById)
            return await read(ListStatement.ById(query, dialect));
        if (query.Text is null || query.Open == true)
            return await read(ListStatement.Newest(query, dialect));
        var rows = await read(ListStatement.AmongNewest(query, dialect, NewestMost));
        return rows.Count >= query.Limit ? rows : await read(ListStatement.ByPairs(query, dialect));
    }
}
