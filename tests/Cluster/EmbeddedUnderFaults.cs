using System.Runtime.Versioning;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// The embedded default beside what <see cref="FaultTests"/> do to it: its folder is its own, it stops cleanly, its journal can be audited.
/// </summary>
public sealed class EmbeddedUnderFaults : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    private string Data => Path.Combine(_folder.FullName, "data");

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
        await JournalAuditing.OfFolderAsync(Data);
        _server.Start();
        await _server.ReadyAsync();
    }

    [Fact]
    public async Task The_audit_says_in_one_line_what_it_cannot_check_and_in_json_what_it_could()
    {
        Assert.Equal(2, (await JournalAuditing.RunAsync("--Tocsin:DataDirectory", Data + "/nowhere")).ExitCode);

        var (exit, output) = await JournalAuditing.RunAsync("--json", "--Tocsin:DataDirectory", Data);
        Assert.True(exit == 0, output);
        Assert.Contains(
            "\"clean\":true", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Its_folder_and_its_files_are_for_its_account_alone_and_are_closed_where_they_are_open()
    {
        using (var http = await Desk.SignedInAsync(_server.Url))
            (await Desk.CreateAsync(http, null)).EnsureSuccessStatusCode();
        var files = Directory.GetFiles(Data).Select(f => Path.GetFileName(f)).ToList();
        string[] wanted = ["grains.db", "journal.db", "journal.db-shm", "journal.db-wal", "lock", "positions.db", "secret.key"];
        Assert.Empty(wanted.Except(files));
        AssertClosed();

        Assert.Equal(0, await _server.StopAsync());
        File.SetUnixFileMode(Data, File.GetUnixFileMode(Data) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        foreach (var file in (string[])["journal.db", "grains.db"])
            File.SetUnixFileMode(Path.Combine(Data, file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        _server.Start();
        await _server.ReadyAsync();
        AssertClosed();
        var line = Assert.Single(_server.Output.Split('\n'), l => l.Contains("open to other accounts", StringComparison.Ordinal));
        Assert.EndsWith(": ., grains.db, journal.db", line, StringComparison.Ordinal);
    }

    [UnsupportedOSPlatform("windows")]
    private void AssertClosed()
    {
        const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(File600 | UnixFileMode.UserExecute, File.GetUnixFileMode(Data));
        Assert.All(Directory.GetFiles(Data), file => Assert.True(File.GetUnixFileMode(file) == File600, file));
    }

    private ServerProcess Server() => new(
        Checkout.Gateway,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        ["--Tocsin:DataDirectory", Data, "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Orleans", "Error"],
        new Dictionary<string, string>(),
        // As accounts usually have it: what a program makes is open to others.
        ["sh", "-c", "umask 022; exec \"$@\"", "sh"]);
}
