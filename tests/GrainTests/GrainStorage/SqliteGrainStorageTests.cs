using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;
using Tocsin.GrainStorage;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.GrainStorage;

/// <summary>A real silo with the ADO.NET provider on our own schema and statements for SQLite.</summary>
public sealed class SqliteGrainStorageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private InProcessTestCluster? _cluster;

    private INotepadGrain Pad => _cluster!.Client.GetGrain<INotepadGrain>("pad");

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_silo_starts_again()
    {
        await Pad.WriteAsync("first");
        await Pad.WriteAsync("第二 ✓");
        await StopAsync();
        await StartAsync();
        Assert.Equal(("第二 ✓", true, "2"), await Pad.ReadAsync());
    }

    [Fact]
    public async Task Each_write_gives_the_next_version_and_each_grain_has_its_own_row()
    {
        Assert.Equal("1", await Pad.WriteAsync("a"));
        Assert.Equal("2", await Pad.WriteAsync("b"));
        Assert.Equal("1", await _cluster!.Client.GetGrain<INotepadGrain>("other").WriteAsync("c"));
        Assert.Equal(2L, await AskAsync("SELECT count(*) FROM OrleansStorage"));
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    [InlineData("3", false)]
    [InlineData(null, false)]
    public async Task A_write_with_another_version_than_the_stored_one_is_refused_and_changes_nothing(string? etag, bool accepted)
    {
        await Pad.WriteAsync("a");
        await Pad.WriteAsync("b");
        Assert.Equal(accepted, await Pad.WriteWithAsync(etag, "c"));
        Assert.Equal(1L, await AskAsync("SELECT count(*) FROM OrleansStorage"));
        Assert.Equal(accepted ? 3L : 2L, await AskAsync("SELECT Version FROM OrleansStorage"));
    }

    [Fact]
    public async Task A_write_with_a_version_where_nothing_is_stored_is_refused()
    {
        Assert.False(await Pad.WriteWithAsync("1", "c"));
        Assert.Equal(0L, await AskAsync("SELECT count(*) FROM OrleansStorage"));
    }

    [Fact]
    public async Task What_was_cleared_is_gone_for_the_next_activation_and_can_be_written_again()
    {
        await Pad.WriteAsync("a");
        await Pad.ClearAsync();
        await Pad.LeaveAsync();
        Assert.Equal(((string?)null, false, "2"), await Pad.ReadAsync());
        Assert.Equal("3", await Pad.WriteAsync("b"));
    }

    [Fact]
    public async Task One_grain_can_have_one_row_only()
    {
        await Pad.WriteAsync("a");
        var refused = await Assert.ThrowsAsync<SqliteException>(
            () => AskAsync("INSERT INTO OrleansStorage SELECT * FROM OrleansStorage RETURNING Version"));
        Assert.Equal(19, refused.SqliteErrorCode);
    }

    [Fact]
    public async Task Units_whose_ids_are_the_same_hexadecimal_number_have_a_snapshot_each()
    {
        var storage = _cluster!.GetSiloServiceProvider().GetRequiredKeyedService<IGrainStorage>(UnitSnapshots.StorageName);
        string[] ids = ["A1", "a1", "12", "012"];
        foreach (var id in ids)
        {
            await storage.WriteStateAsync(
                "snapshot", UnitSnapshots.GrainOf(UnitId.Of(id).Stream), new GrainState<NotepadState>(new NotepadState { Text = id }));
        }

        foreach (var id in ids)
        {
            var stored = new GrainState<NotepadState>();
            await storage.ReadStateAsync("snapshot", UnitSnapshots.GrainOf(UnitId.Of(id).Stream), stored);
            Assert.Equal(id, stored.State?.Text);
        }
    }

    [Fact]
    public async Task Every_connection_of_the_provider_syncs_at_commit()
    {
        await using var source = new SqliteGrainDataSource(DataDirectory.GrainsIn(_folder.FullName));
        await using var connection = (SqliteConnection)await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        SqliteDurability.Require(connection);
    }

    private async Task StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ServiceId = "tocsin";
        builder.ConfigureSiloHost((_, host) => host.Services.AddSqliteJournal(_folder.FullName));
        builder.ConfigureSilo((_, silo) => silo.AddSqliteGrainStorage());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    private async Task StopAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _cluster = null;
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DataDirectory.GrainsIn(_folder.FullName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
