using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sqlite;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary><see cref="DamagedRows"/> in the embedded default.</summary>
public sealed class DamagedRowsOnSqlite : DamagedRows
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    protected override Uri Url => _server.Url;

    protected override IReadOnlyList<ServerProcess> Silos => [_server];

    protected override string[] AuditOptions => ["--Tocsin:Mode", "Embedded", "--Tocsin:DataDirectory", _folder.FullName];

    public override async ValueTask InitializeAsync()
    {
        _server = ServerProcess.Embedded(_folder.FullName);
        _server.Start();
        await _server.ReadyAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async Task RestartAsync()
    {
        Assert.Equal(0, await _server.StopAsync());
        _server.Start();
        await _server.ReadyAsync();
    }

    protected override async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalIn(_folder.FullName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
