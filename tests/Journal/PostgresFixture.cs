using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Schema;
using Tocsin.Tests.Journal;
using Tocsin.Tests.Support.Postgres;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Tocsin.Tests.Journal;

/// <summary>One server for all tests that do not stop it; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A database with our schema.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var connection = await Server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection, null, NullLogger.Instance, TestContext.Current.CancellationToken);
        return connection;
    }
}
