using Microsoft.Data.Sqlite;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>No start below <c>synchronous=FULL</c> in WAL mode.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("OFF")]
    [InlineData("NORMAL")]
    public void A_connection_that_syncs_too_little_is_refused(string level)
    {
        using var connection = Open();
        SqliteDurability.Set(connection);
        Run(connection, $"PRAGMA synchronous = {level}");
        var refused = Assert.Throws<MisconfigurationException>(() => SqliteDurability.Require(connection));
        Assert.Contains("FULL", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_without_the_write_ahead_log_is_refused()
    {
        using var connection = Open();
        SqliteDurability.Set(connection);
        Run(connection, "PRAGMA journal_mode = DELETE");
        Assert.Throws<MisconfigurationException>(() => SqliteDurability.Require(connection));
    }

    [Theory]
    [InlineData("FULL")]
    [InlineData("EXTRA")]
    public void A_connection_that_syncs_at_each_commit_is_taken(string level)
    {
        using var connection = Open();
        SqliteDurability.Set(connection);
        Run(connection, $"PRAGMA synchronous = {level}");
        SqliteDurability.Require(connection);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "a.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
