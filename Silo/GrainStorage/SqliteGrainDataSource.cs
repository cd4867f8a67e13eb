using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sqlite;

namespace Tocsin.GrainStorage;

/// <summary>
/// The connections to <c>grains.db</c> for the ADO.NET provider, which opens one for each operation and would otherwise leave <c>synchronous</c> and
/// the waiting for a lock to whatever the library was built with: both belong to the connection, not to the file.
/// </summary>
/// <param name="path">Where <c>grains.db</c> is; it has its schema.</param>
public sealed class SqliteGrainDataSource(string path) : DbDataSource
{
    /// <summary>How long, in ms, a write waits for another write: each takes some milliseconds, and they come one grain at a time.</summary>
    private const int BusyMs = 5000;

    /// <inheritdoc/>
    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = true }.ToString();

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {BusyMs}; PRAGMA synchronous = FULL";
            command.ExecuteNonQuery();
            SqliteDurability.Require(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(OpenDbConnection());

    /// <summary>Closes the connections that wait for their next use, so that the file can be moved.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        base.Dispose(disposing);
    }
}
