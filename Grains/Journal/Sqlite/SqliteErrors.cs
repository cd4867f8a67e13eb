using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>What an error of SQLite means for a caller.</summary>
internal static class SqliteErrors
{
    /// <summary>
    /// Whether the data is the cause, not the file or the disk: then the same append fails again, and the others of its batch do not.
    /// </summary>
    public static bool IsAboutContent(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE;

    /// <summary>Whether a page of the file is not what SQLite wrote there, or the file ends before it.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>The journal's own word for any other: damaged, or locked, full or unreadable, which may be better soon.</summary>
    public static Exception Of(SqliteException error, DamageLog damage)
    {
        if (!IsDamage(error))
            return new JournalUnavailableException($"The journal's file cannot be used (SQLite {error.SqliteExtendedErrorCode}).", error);
        damage.File(error);
        return DamagedException.OfFile(error);
    }
}
