using Microsoft.Data.Sqlite;

namespace Tocsin.Schema;

/// <summary>The file <c>positions.db</c> of the embedded mode: what may be lost, or follows from the journal.</summary>
internal static class PositionsFile
{
    /// <summary>
    /// Opens a connection, which the caller disposes of. It is not pooled, so that nothing holds the file once it is closed.
    /// </summary>
    /// <param name="path">The path of the file, which has its schema already.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
