using Tocsin.Journal.Sqlite;

namespace Tocsin.GrainStorage;

/// <summary>
/// The grain storage of the embedded mode: the ADO.NET provider on <c>grains.db</c>. It is a separate file, since the provider blocks a
/// grain's turn while it waits.
/// </summary>
public static class SqliteGrainStorage
{
    /// <summary>
    /// The name by which the ADO.NET providers know SQLite. It is the name of another library; behind it they load Microsoft.Data.Sqlite.
    /// </summary>
    public const string Invariant = "System.Data.SQLite";

    /// <summary>Adds it as the default storage, in the folder that <c>AddSqliteJournal</c> claimed.</summary>
    public static ISiloBuilder AddSqliteGrainStorage(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton(provider => new SqliteGrainDataSource(provider.GetRequiredService<DataDirectory>().Grains));
        return silo.AddAdoNetGrainStorageAsDefault(options => options.Configure<SqliteGrainDataSource>((storage, source) =>
        {
            storage.Invariant = Invariant;
            storage.DataSource = source;
        }));
    }
}
