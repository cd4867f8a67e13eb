namespace Tocsin.Journal.PostgreSql;

/// <summary>The reads of events.</summary>
internal static class EventSql
{
    /// <summary>Those of one stream after a version.</summary>
    public const string OfStream = $"select {Columns} from journal where stream = $1 and version > $2 order by version limit $3";

    /// <summary>
    /// The events after a position. Positions are assigned under the append's lock, and a transaction becomes visible before it releases
    /// the lock. So a reader who sees a position sees all earlier ones.
    /// </summary>
    public const string After = $"select {Columns} from journal where position > $1 order by position limit $2";

    /// <summary>
    /// As <see cref="After"/>, with the board row of each stream beside its last event. One statement, so both are of one snapshot.
    /// </summary>
    public const string PageAfter = $"""
        with page as (select {Columns} from journal where position > $1 order by position limit $2),
        marked as (select page.*, row_number() over (partition by stream order by position desc) = 1 as last from page)
        select p.position, p.stream, p.version, p.kind, p.occurred_at, p.recorded_at, p.command_id, p.line, p.hash, p.sum,
          {BoardSql.Columns}
        from marked p left join board b on p.last and b.stream = p.stream
        order by p.position
        """;

    /// <summary>How many columns an event has.</summary>
    public const int ColumnCount = 10;

    /// <summary>The position of an event of a stream.</summary>
    public const string First = "select position from journal where stream = $1 limit 1";

    /// <summary>Whether a command wrote to a stream.</summary>
    public const string HasCommand = "select exists (select from journal where stream = $1 and command_id = $2)";

    /// <summary>Where the journal ends, and which one it is.</summary>
    public const string End = "select position, journal_epoch() from journal_end";

    private const string Columns = "position, stream, version, kind, occurred_at, recorded_at, command_id, line, hash, sum";
}
