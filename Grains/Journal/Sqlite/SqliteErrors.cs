using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tocsin.Journal.Sqlite;

/// <summary>What an error of SQLite means for a caller.</summary>
internal static class SqliteErrors
{
    /// <summary>
    /// Whether the data is the cause, not the file or the disk: then the same append fails again, and the others of its batch do not.
    /// </summary>
    public static bool IsAboutContent(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE;

    /// <summary>The journal's own word for all others: locked, full, broken or unreadable, it may be better soon.</summary>
    public static JournalUnavailableException Unavailable(SqliteException error) =>
        new($"The journal's file cannot be used (SQLite {error.SqliteExtendedErrorCode}).", error);
}
