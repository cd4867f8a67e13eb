namespace Tocsin.Journal.PostgreSql;

/// <summary>The reads of board rows.</summary>
internal static class BoardSql
{
    /// <summary>The columns that <see cref="PostgresRows"/> reads, of <c>board b</c>.</summary>
    public const string Columns = ListStatement.BoardColumns;

    /// <summary>How many columns those are.</summary>
    public const int ColumnCount = ListStatement.BoardColumnCount;

    /// <summary>Those of a list of streams.</summary>
    public const string OfStreams = $"select {Columns} from board b where b.stream = any($1)";

    /// <summary>The versions of a list of streams.</summary>
    public const string Versions =
        "select coalesce(b.version, 0) from unnest($1) with ordinality s(stream, ord) "
        + "left join board b on b.stream = s.stream order by s.ord";

    /// <summary>Those of one kind after a position.</summary>
    public const string OfKind = $"select {Columns} from board b where b.kind = $1 and b.position > $2 order by b.position limit $3";

    /// <summary>The open ones of one kind after a position.</summary>
    public const string OpenOfKind =
        $"select {Columns} from board b where b.open and b.kind = $1 and b.position > $2 order by b.position limit $3";

    /// <summary>The open ones of some kinds, each beside the journal's end: one statement, so one state of the database.</summary>
    public const string Picture =
        $"select {Columns}, e.position, journal_epoch() from journal_end e left join board b on b.open and b.kind = any($1)";

    /// <summary>How many pages the board has.</summary>
    public const string Pages = "select (pg_relation_size('board') / current_setting('block_size')::int)::int";

    /// <summary>As <see cref="Picture"/>, of some pages only, without the end.</summary>
    public const string PictureOfPages =
        $"with b as materialized (select * from board where ctid >= $2::text::tid and ctid < $3::text::tid) "
        + $"select {Columns} from b where b.open and b.kind = any($1)";

    /// <summary>As <see cref="Due"/>, of some pages only, in no order and without a limit.</summary>
    public const string DueOfPages = """
        with b as materialized (select * from board where ctid >= $4::text::tid and ctid < $5::text::tid)
        select b.stream, b.due_at from b where b.due_at < $1 and b.kind = any($2) and (cardinality($3) = 0 or b.bucket = any($3))
        """;

    /// <summary>As <see cref="Late"/>, of some pages only, in no order and without a limit.</summary>
    public const string LateOfPages =
        $"with b as materialized (select * from board where ctid >= $1::text::tid and ctid < $2::text::tid) "
        + $"select {Columns} from b where b.late_at is not null";

    /// <summary>As <see cref="DueBefore"/>, of some pages only, in no order and without a limit.</summary>
    public const string DueBeforeOfPages =
        $"with b as materialized (select * from board where ctid >= $2::text::tid and ctid < $3::text::tid) "
        + $"select {Columns} from b where b.due_at < $1";

    /// <summary>The due ones before an instant, of some kinds and buckets (none: of all), most urgent first.</summary>
    public const string Due = """
        select b.stream, b.due_at from board b
        where b.due_at < $1 and b.kind = any($2) and (cardinality($3) = 0 or b.bucket = any($3))
        order by b.due_at limit $4
        """;

    /// <summary>How many are due before an instant, of other kinds.</summary>
    public const string CountDue = "select count(*)::int from board b where b.due_at < $1 and b.kind <> all($2)";

    /// <summary>Those that are late, the longest first.</summary>
    public const string Late = $"select {Columns} from board b where b.late_at is not null order by b.late_at, b.stream limit $1";

    /// <summary>Those that were due before an instant, the longest first.</summary>
    public const string DueBefore = $"select {Columns} from board b where b.due_at < $1 order by b.due_at, b.stream limit $2";
}
