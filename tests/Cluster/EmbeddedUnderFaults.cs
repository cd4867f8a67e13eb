using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// The embedded default beside what <see cref="FaultTests"/> do to it: its folder is its own, it stops cleanly, its journal can be audited.
/// </summary>
public sealed class EmbeddedUnderFaults : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = Server();
        _server.Start();
        await _server.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_process_on_its_folder_stops_with_one_line_that_says_so()
    {
        await using var second = Server();
        second.Start();

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains(
            "Tocsin:DataDirectory",
            Assert.Single(second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graceful_stop_is_clean_and_the_data_serves_the_next_start()
    {
        Assert.Equal(0, await _server.StopAsync());
        await JournalAuditing.OfFolderAsync(_folder.FullName);
        _server.Start();
        await _server.ReadyAsync();
    }

    [Fact]
    public async Task The_audit_says_in_one_line_what_it_cannot_check_and_in_json_what_it_could()
    {
        Assert.Equal(2, (await JournalAuditing.RunAsync("--Tocsin:DataDirectory", _folder.FullName + "/nowhere")).ExitCode);

        var (exit, output) = await JournalAuditing.RunAsync("--json", "--Tocsin:DataDirectory", _folder.FullName);
        Assert.True(exit == 0, output);
        Assert.Contains(
            "\"clean\":true", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private ServerProcess Server() => ServerProcess.Embedded(_folder.FullName);
}
