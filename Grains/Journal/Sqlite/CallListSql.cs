namespace Tocsin.Journal.Sqlite;

/// <summary>The list of calls, as <see cref="CallQuery"/> describes it.</summary>
internal static class CallListSql
{
    private const string Select =
        $"SELECT {JournalSql.BoardColumns}, c.received_at FROM call c CROSS JOIN board b ON b.stream = 'call/' || c.id WHERE 1";

    /// <summary>Makes the statement.</summary>
    public static ListSql Of(CallQuery query)
    {
        var sql = new ListSql(Select)
            .And(query.Status is not null, "c.status = ?", query.Status)
            .And(query.From is not null, "c.received_at >= ?", query.From)
            .And(query.To is not null, "c.received_at < ?", query.To)
            .AndText("c.search", query.Text);
        if (query.After is { } after)
        {
            sql.And(true, "c.received_at < ? OR (c.received_at = ? AND c.id > ?)", after.ReceivedAt, after.ReceivedAt, after.Id)
                .And(true, "c.received_at <= ?", after.ReceivedAt);
        }

        return sql.Then("c.received_at DESC, c.id", query.Limit);
    }
}
