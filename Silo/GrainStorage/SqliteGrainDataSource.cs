using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sqlite;

namespace Tocsin.GrainStorage;

/// <summary>
/// The connections to <c>grains.db</c> for the ADO.NET provider. The provider opens one for each operation and would otherwise leave
/// <c>synchronous</c> and the lock timeout to the defaults of the library: both belong to the connection, not to the file.
/// </summary>
/// <param name="path">The path of <c>grains.db</c>, which has its schema already.</param>
public sealed class SqliteGrainDataSource(string path) : DbDataSource
{
    /// <summary>
    /// How long, in milliseconds, a write waits for another write: each takes some milliseconds, and they come one grain at a time.
    /// </summary>
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
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        new(OpenDbConnection());

    /// <summary>Closes the pooled connections, so that the file can be moved.</summary>
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
