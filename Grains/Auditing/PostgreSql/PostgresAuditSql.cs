using System.Text;
using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.PostgreSql;

namespace Tocsin.Auditing.PostgreSql;

/// <summary>
/// The statements of the audit on PostgreSQL. Damaged data must not stop the audit: a text that is no valid id is read as the empty id.
/// </summary>
internal static class PostgresAuditSql
{
    /// <summary>Position, limit -> events of all streams.</summary>
    public const string After =
        $"{Select} from (select * from journal where position > $1 order by position limit $2) j {Board} order by j.position";

    /// <summary>Stream, version, version, limit -> events of one stream.</summary>
    public const string OfStream =
        $"{Select} from (select * from journal where stream = $1 and version > $2 and version <= $3 order by version limit $4) j "
        + $"{Board} order by j.version";

    /// <summary>Incidents -> their narrow rows.</summary>
    public const string Incidents = """
        select id, number, open, category, priority, station, exercise, received_at, closed_at,
          first_assigned_at, first_assigned_unit, first_assigned_station,
          first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets
        from incident_row where id = any($1)
        """;

    /// <summary>Incidents -> the narrow rows of their assignments.</summary>
    public const string Responses = """
        select incident, ordinal, unit, station, active, assigned_at, acknowledged_at, en_route_at, on_scene_at, feedback_at, cleared_at
        from response_row where incident = any($1) order by incident, ordinal
        """;

    /// <summary>Calls -> their narrow rows.</summary>
    public const string Calls = "select id, status, received_at, disposition_kind, incident, search from call_row where id = any($1)";

    /// <summary>Streams -> how lists find them, and the names that they hold.</summary>
    public const string Listings = """
        select b.stream, b.listed_at, coalesce(t.text, ''),
          array(select k.key from board_key k where k.stream = b.stream), array(select c.name from claim c where c.stream = b.stream)
        from board b left join board_text t on t.stream = b.stream
        where b.stream = any($1)
        """;

    /// <summary>Minute, limit -> seals.</summary>
    public const string Seals = $"select {PostgresSealStore.Columns} from seal where minute > $1 order by minute limit $2";

    /// <summary>Streams -> their keys. The account of the audit reads keys, not numbers and crews.</summary>
    public const string Keys =
        "select s.stream, k.value from unnest($1) s(stream) join stream_key k on k.name = 'key:' || s.stream";

    /// <summary>The table of erasures.</summary>
    public const string Erasures = "select number, position, stream, version, at, digest, hash from erasure order by number";

    /// <summary>The last position that the counter row gave out.</summary>
    public const string End = "select position from journal_end";

    // PostgreSQL stores the long view outside of the row, so it is fetched only where it is compared.
    private const string Select = """
        select j.position, j.stream, j.version, j.kind, j.occurred_at, j.recorded_at, j.actor, j.command_id, j.line, j.hash, b.version,
          b.kind, b.hash, b.position, b.open, b.status, b.priority, b.station, b.due_at, b.bucket, b.view_code,
          case when b.version = j.version then b.view end, b.late_at, j.sum, b.listed_at, b.sum
        """;

    private const string Board = "left join board b on b.stream = j.stream";

    /// <summary>Reads an event.</summary>
    public static StoredEvent ReadEvent(NpgsqlDataReader row)
    {
        var version = row.GetInt32(2);
        int? board = row.IsDBNull(10) ? null : row.GetInt32(10);
        var stream = row.AnyText(1);
        var stands = board == version ? ReadBoard(row, version) : null;
        return new StoredEvent(
            new JournalPosition(row.GetInt64(0)),
            stream,
            version,
            row.AnyText(3),
            row.Time(4),
            row.Time(5),
            row.AnyText(6),
            row.GetGuid(7),
            row.AnyText(8),
            row.GetFieldValue<byte[]>(9),
            board,
            stands)
        {
            Sum = SumOrNull(row, 23),
            IsBoardDamaged = stands?.Fits(stream, row.TimeOrNull(24), SumOrNull(row, 25)) == false,
        };
    }

    /// <summary>Reads a row of the table of erasures.</summary>
    public static ErasureRow ReadErasure(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new JournalPosition(row.GetInt64(1)),
        row.GetString(2),
        row.GetInt32(3),
        row.Time(4),
        row.GetFieldValue<byte[]>(5),
        row.GetFieldValue<byte[]>(6));

    /// <summary>Reads an incident's row.</summary>
    public static IncidentRow ReadIncident(NpgsqlDataReader row) => new(
        IncidentId.Of(row.GetString(0)),
        row.GetString(1),
        row.GetBoolean(2),
        row.GetString(3),
        row.GetInt16(4),
        row.TextOrNull(5),
        row.GetBoolean(6),
        row.Time(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9),
        LenientIds.UnitOrNull(row.TextOrNull(10)),
        row.TextOrNull(11),
        row.TimeOrNull(12),
        LenientIds.UnitOrNull(row.TextOrNull(13)),
        row.TextOrNull(14),
        row.GetString(15))
    {
        Targets = row.TextOrNull(16),
    };

    /// <summary>Reads an assignment's row.</summary>
    public static ResponseRow ReadResponse(NpgsqlDataReader row) => new(
        IncidentId.Of(row.GetString(0)),
        row.GetInt32(1),
        LenientIds.UnitOrNull(row.GetString(2)) ?? default,
        row.TextOrNull(3),
        row.GetBoolean(4),
        row.TimeOrNull(5),
        row.TimeOrNull(6),
        row.TimeOrNull(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9),
        row.TimeOrNull(10));

    /// <summary>Reads a call's row.</summary>
    public static CallRow ReadCall(NpgsqlDataReader row) => new(
        CallId.Of(row.GetString(0)),
        row.GetInt16(1),
        row.Time(2),
        row.TextOrNull(3),
        LenientIds.IncidentOrNull(row.TextOrNull(4)),
        row.GetString(5));

    /// <summary>Reads how lists find a stream.</summary>
    public static (string Stream, StoredListing Listing) ReadListing(NpgsqlDataReader row) => (
        row.GetString(0),
        new StoredListing(
            row.TimeOrNull(1),
            row.GetString(2),
            StoredListing.Joined(row.GetFieldValue<string[]>(3)),
            StoredListing.Joined(row.GetFieldValue<string[]>(4))));

    private static StoredBoard ReadBoard(NpgsqlDataReader row, int version) => new(
        row.GetInt16(11),
        version,
        Convert.ToHexStringLower(row.GetFieldValue<byte[]>(12)),
        new JournalPosition(row.GetInt64(13)),
        row.GetBoolean(14),
        row.GetInt16(15),
        row.GetInt16(16),
        row.TextOrNull(17),
        row.TimeOrNull(18),
        row.TimeOrNull(22),
        row.GetInt16(19),
        row.GetInt16(20),
        row.AnyText(21));

    private static int? SumOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    // Bytes that are no UTF-8 are read all the same: they do not fit their hash.
    private static string AnyText(this NpgsqlDataReader row, int column)
    {
        try
        {
            return row.GetString(column);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(column));
        }
    }
}
