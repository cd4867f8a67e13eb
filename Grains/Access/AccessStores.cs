namespace Tocsin.Access;

/// <summary>Opens the access log; who opened it disposes of it.</summary>
public static class AccessStores
{
    /// <summary>That of the embedded mode.</summary>
    /// <param name="path">The path of <c>access.db</c>, which has its schema already.</param>
    /// <param name="readOnly">Whether it is only read, beside the process that writes it.</param>
    public static IAccessStore OnSqlite(string path, bool readOnly = false) => new SqliteAccessStore(path, readOnly);

    /// <summary>That of a cluster.</summary>
    /// <param name="connectionString">The connection string, Npgsql's, of a database that has its schema already.</param>
    public static IAccessStore OnPostgres(string connectionString) => new PostgresAccessStore(connectionString);
}
