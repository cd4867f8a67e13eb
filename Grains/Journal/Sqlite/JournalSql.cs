namespace Tocsin.Journal.Sqlite;

/// <summary>The look-ups of the journal; <see cref="SqliteRows"/> reads their rows.</summary>
internal static class JournalSql
{
    /// <summary>The columns of an event.</summary>
    public const string EventColumns = "position, stream, version, kind, occurred_at, recorded_at, command_id, line, hash, sum";

    /// <summary>The columns of a board row; its table is <c>b</c>.</summary>
    public const string BoardColumns = ListStatement.BoardColumns;

    /// <summary>How many columns <see cref="BoardColumns"/> are.</summary>
    public const int BoardColumnCount = ListStatement.BoardColumnCount;

    /// <summary>Stream -> board row.</summary>
    public const string Board = $"SELECT {BoardColumns} FROM board b WHERE b.stream = ?";

    /// <summary>Stream -> version.</summary>
    public const string Version = "SELECT version FROM board WHERE stream = ?";

    /// <summary>Stream -> the position of an event of it.</summary>
    public const string First = "SELECT position FROM journal WHERE stream = ? LIMIT 1";

    /// <summary>Stream, command -> a row when the command wrote to the stream.</summary>
    public const string WroteTo = "SELECT 1 FROM journal WHERE command_id = ? AND stream = ? LIMIT 1";

    /// <summary>Stream, version, limit -> events.</summary>
    public const string Stream = $"SELECT {EventColumns} FROM journal WHERE stream = ? AND version > ? ORDER BY version LIMIT ?";

    /// <summary>Position -> events, without end: the reader stops when it has enough.</summary>
    public const string All = $"SELECT {EventColumns} FROM journal WHERE position > ? ORDER BY position";

    /// <summary>The last position, and the epoch.</summary>
    public const string End = "SELECT coalesce(max(position), 0) FROM journal";

    /// <summary>Kind, position, limit -> board rows.</summary>
    public const string BoardOfKind = $"SELECT {BoardColumns} FROM board b WHERE b.kind = ? AND b.position > ? ORDER BY b.position LIMIT ?";

    /// <summary>Kind, position, limit -> board rows of what is open.</summary>
    public const string OpenBoardOfKind =
        $"SELECT {BoardColumns} FROM board b WHERE b.kind = ? AND b.open = 1 AND b.position > ? ORDER BY b.position LIMIT ?";

    /// <summary>Board rows of all that is open of some kinds.</summary>
    public static string Picture(IEnumerable<short> kinds) =>
        $"SELECT {BoardColumns} FROM board b WHERE b.open = 1 AND b.kind IN ({string.Join(", ", kinds)})";

    /// <summary>Row ids of all that is open of some kinds, out of the index.</summary>
    public static string PictureIds(IEnumerable<short> kinds) =>
        $"SELECT rowid FROM board INDEXED BY board_open WHERE open = 1 AND kind IN ({string.Join(", ", kinds)})";

    /// <summary>Row id -> board row.</summary>
    public const string BoardById = $"SELECT {BoardColumns} FROM board b WHERE b.rowid = ?";

    /// <summary>Instant -> row ids of what is due, most urgent first, out of the index.</summary>
    public const string DueIds = "SELECT rowid FROM board INDEXED BY board_due WHERE due_at < ? ORDER BY due_at";

    /// <summary>Row ids of what is late, the longest first, out of the index.</summary>
    public const string LateIds = "SELECT rowid FROM board INDEXED BY board_late WHERE late_at IS NOT NULL ORDER BY late_at";

    /// <summary>Row id -> what is due on a stream.</summary>
    public const string DueById = "SELECT stream, due_at, bucket, kind FROM board WHERE rowid = ?";

    /// <summary>Instant -> streams that are due, most urgent first, without end: the reader stops when it has enough.</summary>
    public const string Due = "SELECT stream, due_at, bucket, kind FROM board WHERE due_at < ? ORDER BY due_at";

    /// <summary>Limit -> board rows of what is late, the longest first.</summary>
    public const string Late = $"SELECT {BoardColumns} FROM board b WHERE b.late_at IS NOT NULL ORDER BY b.late_at, b.stream LIMIT ?";

    /// <summary>Instant, limit -> board rows that were due before it, the longest first.</summary>
    public const string DueBefore = $"SELECT {BoardColumns} FROM board b WHERE b.due_at < ? ORDER BY b.due_at, b.stream LIMIT ?";

    /// <summary>Stream -> personal data.</summary>
    public const string Personal = "SELECT value FROM personal WHERE stream = ?";

    /// <summary>Stream -> versions of its lines that were enciphered afterwards.</summary>
    public const string Enciphered = "SELECT version FROM erasure WHERE stream = ?";

    /// <summary>The hash of the newest erasure.</summary>
    public const string ErasureHash = "SELECT hash FROM erasure ORDER BY number DESC LIMIT 1";
}
