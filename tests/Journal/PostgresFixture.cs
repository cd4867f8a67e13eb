using Npgsql;
using Tocsin.Schema;
using Tocsin.Tests.Journal;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Postgres;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Tocsin.Tests.Journal;

/// <summary>One server for all tests that do not stop it; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private string _template = "";

    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await PostgresServer.StartAsync();
        var template = await Server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(template);
        _template = new NpgsqlConnectionStringBuilder(template).Database!;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A database with our schema.</summary>
    public Task<string> NewDatabaseAsync() => Server.CreateDatabaseAsync(_template);

    /// <summary>A database for the suite that every database must pass.</summary>
    public async Task<JournalDatabase> ForSuiteAsync() => new PostgresDatabase(await NewDatabaseAsync());
}
