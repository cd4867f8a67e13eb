using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Auditing.Sqlite;

/// <summary>
/// The statements of the audit on SQLite. Damaged data must not stop the audit: a text that is no valid id is read as the empty id.
/// </summary>
internal static class SqliteAuditSql
{
    /// <summary>Position, limit -> events of all streams.</summary>
    public const string After =
        $"{Select} FROM (SELECT * FROM journal WHERE position > ? ORDER BY position LIMIT ?) j {Board} ORDER BY j.position";

    /// <summary>Stream, version, version, limit -> events of one stream.</summary>
    public const string OfStream =
        $"{Select} FROM (SELECT * FROM journal WHERE stream = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?) j "
        + $"{Board} ORDER BY j.version";

    /// <summary>Incident -> its narrow row.</summary>
    public const string Incident = """
        SELECT id, number, open, category, priority, station, exercise, received_at, closed_at,
          first_assigned_at, first_assigned_unit, first_assigned_station,
          first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets
        FROM incident WHERE id = ?
        """;

    /// <summary>Incident -> the narrow rows of its assignments.</summary>
    public const string Responses = """
        SELECT incident, ordinal, unit, station, active, assigned_at, acknowledged_at, en_route_at, on_scene_at, feedback_at, cleared_at
        FROM response WHERE incident = ? ORDER BY ordinal
        """;

    /// <summary>Call -> its narrow row.</summary>
    public const string Call = "SELECT id, status, received_at, disposition_kind, incident, search FROM call WHERE id = ?";

    /// <summary>Stream -> how lists find it.</summary>
    public const string Listing =
        "SELECT b.listed_at, coalesce(t.text, '') FROM board b LEFT JOIN board_text t ON t.stream = b.stream WHERE b.stream = ?";

    /// <summary>Stream -> the words by which lists find it.</summary>
    public const string Keys = "SELECT key FROM board_key WHERE stream = ?";

    /// <summary>Stream -> the names that it holds.</summary>
    public const string Claims = "SELECT name FROM claim WHERE stream = ?";

    /// <summary>Stream -> its keys.</summary>
    public const string Key = "SELECT value FROM personal WHERE stream = 'key:' || ?";

    /// <summary>The table of erasures.</summary>
    public const string Erasures = "SELECT number, position, stream, version, at, digest, hash FROM erasure ORDER BY number";

    /// <summary>Minute, limit -> seals.</summary>
    public const string Seals = $"SELECT {SqliteSealStore.Columns} FROM seal WHERE minute > ? ORDER BY minute LIMIT ?";

    private const string Select = """
        SELECT j.position, j.stream, j.version, j.kind, j.occurred_at, j.recorded_at, j.command_id, j.line, j.hash, b.version,
          b.kind, b.hash, b.position, b.open, b.status, b.priority, b.station, b.due_at, b.bucket, b.view_code, b.view, b.late_at,
          j.sum, b.listed_at, b.sum
        """;

    private const string Board = "LEFT JOIN board b ON b.stream = j.stream";

    /// <summary>Reads an event.</summary>
    public static StoredEvent ReadEvent(SqliteStatement row)
    {
        var version = (int)row.Number(2);
        int? board = row.IsNull(9) ? null : (int)row.Number(9);
        var stream = row.Text(1);
        var stands = board == version ? ReadBoard(row, version) : null;
        return new StoredEvent(
            new JournalPosition(row.Number(0)),
            stream,
            version,
            row.Text(3),
            Time(row, 4),
            Time(row, 5),
            Actor: null,
            row.Bytes(6) is { Length: 16 } id ? new Guid(id, bigEndian: true) : default,
            row.Text(7),
            row.Bytes(8),
            board,
            stands)
        {
            Sum = SumOrNull(row, 22),
            IsBoardDamaged = stands?.Fits(stream, TimeOrNull(row, 23), SumOrNull(row, 24)) == false,
        };
    }

    /// <summary>Reads a row of the table of erasures.</summary>
    public static ErasureRow ReadErasure(SqliteStatement row) => new(
        row.Number(0), new JournalPosition(row.Number(1)), row.Text(2), (int)row.Number(3), Time(row, 4), row.Bytes(5), row.Bytes(6));

    /// <summary>Reads an incident's row.</summary>
    public static IncidentRow ReadIncident(SqliteStatement row) => new(
        IncidentId.Of(row.Text(0)),
        row.Text(1),
        row.Number(2) != 0,
        row.Text(3),
        (short)row.Number(4),
        row.TextOrNull(5),
        row.Number(6) != 0,
        Time(row, 7),
        TimeOrNull(row, 8),
        TimeOrNull(row, 9),
        LenientIds.UnitOrNull(row.TextOrNull(10)),
        row.TextOrNull(11),
        TimeOrNull(row, 12),
        LenientIds.UnitOrNull(row.TextOrNull(13)),
        row.TextOrNull(14),
        row.Text(15))
    {
        Targets = row.TextOrNull(16),
    };

    /// <summary>Reads an assignment's row.</summary>
    public static ResponseRow ReadResponse(SqliteStatement row) => new(
        IncidentId.Of(row.Text(0)),
        (int)row.Number(1),
        LenientIds.UnitOrNull(row.Text(2)) ?? default,
        row.TextOrNull(3),
        row.Number(4) != 0,
        TimeOrNull(row, 5),
        TimeOrNull(row, 6),
        TimeOrNull(row, 7),
        TimeOrNull(row, 8),
        TimeOrNull(row, 9),
        TimeOrNull(row, 10));

    /// <summary>Reads a call's row.</summary>
    public static CallRow ReadCall(SqliteStatement row) => new(
        CallId.Of(row.Text(0)),
        (short)row.Number(1),
        Time(row, 2),
        row.TextOrNull(3),
        LenientIds.IncidentOrNull(row.TextOrNull(4)),
        row.Text(5));

    /// <summary>Reads a seal.</summary>
    public static Seal ReadSeal(SqliteStatement row) => SqliteSealStore.Read(row, Time(row, 0));

    private static StoredBoard ReadBoard(SqliteStatement row, int version) => new(
        (short)row.Number(10),
        version,
        Convert.ToHexStringLower(row.Bytes(11)),
        new JournalPosition(row.Number(12)),
        row.Number(13) != 0,
        (short)row.Number(14),
        (short)row.Number(15),
        row.TextOrNull(16),
        TimeOrNull(row, 17),
        TimeOrNull(row, 21),
        (short)row.Number(18),
        (short)row.Number(19),
        row.Text(20));

    /// <summary>A time, or null.</summary>
    public static DateTimeOffset? TimeOrNull(SqliteStatement row, int column) => row.IsNull(column) ? null : Time(row, column);

    private static int? SumOrNull(SqliteStatement row, int column) => row.IsNull(column) ? null : unchecked((int)row.Number(column));

    private static DateTimeOffset Time(SqliteStatement row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(
        Math.Clamp(row.Number(column), DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
