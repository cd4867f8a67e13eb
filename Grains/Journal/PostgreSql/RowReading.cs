using Npgsql;
using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Columns that may be absent, and times.</summary>
internal static class RowReading
{
    /// <summary>A text or null.</summary>
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A time.</summary>
    public static DateTimeOffset Time(this NpgsqlDataReader row, int column) => new(row.GetDateTime(column));

    /// <summary>A time or null.</summary>
    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    /// <summary>A unit or null.</summary>
    public static UnitId? UnitOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : UnitId.Of(row.GetString(column));
}
