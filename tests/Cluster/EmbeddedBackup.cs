using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// The embedded default, backed up by the command while it is under load, and what is restored of it served by another process.
/// </summary>
public sealed class EmbeddedBackup : IDisposable
{
    private const int LoadSeconds = 5;

    /// <summary>How many backups are killed, each later in its work than the one before: four times <see cref="Ordeal.Repeats"/>.</summary>
    private static readonly int s_kills = 4 * Ordeal.Repeats;

    private static readonly TimeSpan LastKill = TimeSpan.FromMilliseconds(110);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_acknowledged_before_the_backup_began_is_served_after_the_restore_and_goes_on()
    {
        var ledger = In("ledger");
        await using (var server = await StartAsync("data"))
        {
            await using var load = Ordeal.StartLoad([server.Url], ledger);
            await Ordeal.UnderWayAsync(load, ledger);
            File.Copy(ledger, In("before"));
            var (backedUp, said) = await BackUpAsync("data", "backup");
            Assert.True(backedUp == 0, said);
            Assert.Contains("Complete", said, StringComparison.Ordinal);

            var (exit, output) = await load.EndAsync();
            Assert.True(exit == 0, output);
            Assert.True(
                new FileInfo(ledger).Length > new FileInfo(In("before")).Length, "Nothing was acknowledged while the backup was made.");
        }

        var (restored, restoring) = await RestoreAsync("backup", "restored");
        Assert.True(restored == 0, restoring);
        await using var again = await StartAsync("restored");
        await Ordeal.JudgeAsync(again.Url, In("before"));
        await NumbersAreUniqueAsync(again.Url);
    }

    [Fact]
    public async Task A_command_with_its_key_is_known_again_after_the_restore()
    {
        string id;
        await using (var server = await StartAsync("data"))
        {
            using var http = await Desk.SignedInAsync(server.Url);
            using var made = await Desk.CreateAsync(http, "key-1");
            id = await Desk.IdOf(made);
            Assert.Equal(0, (await BackUpAsync("data", "backup")).ExitCode);
        }

        Assert.Equal(0, (await RestoreAsync("backup", "restored")).ExitCode);
        await using var again = await StartAsync("restored");
        using var later = await Desk.SignedInAsync(again.Url);
        using var repeated = await Desk.CreateAsync(later, "key-1");
        Assert.Equal("true", Assert.Single(repeated.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(id, await Desk.IdOf(repeated));
    }

    /// <summary>Killed at any moment, it leaves the whole backup or none.</summary>
    [Fact]
    public async Task A_backup_that_is_killed_leaves_nothing_that_a_restore_would_take()
    {
        await using (var server = await StartAsync("data"))
        {
            await using var load = Ordeal.StartLoad([server.Url], In("ledger"));
            await Ordeal.UnderWayAsync(load, In("ledger"));
            await Task.Delay(TimeSpan.FromSeconds(LoadSeconds), Cancellation);
            Assert.Equal(0, (await load.EndAsync()).ExitCode);
            for (var round = 0; round < s_kills; round++)
                await KillOneAsync(round);
        }

        var drafts = Directory.EnumerateDirectories(_folder.FullName, "*.unfinished-*").ToList();
        Assert.NotEmpty(drafts);
        foreach (var draft in drafts)
        {
            var (exit, said) = await RestoreAsync(draft, $"{Path.GetFileName(draft)}-restored");
            Assert.True(exit == 1 || File.Exists(Path.Combine(draft, "manifest.json")), said);
        }

        foreach (var backup in Directory.EnumerateDirectories(_folder.FullName, "killed-?*")
            .Where(d => !d.Contains(".unfinished-", StringComparison.Ordinal)))
        {
            var (exit, said) = await RestoreAsync(backup, $"{Path.GetFileName(backup)}-restored");
            Assert.True(exit == 0, said);
        }
    }

    [Fact]
    public async Task A_restore_into_a_folder_that_is_in_use_or_holds_data_is_refused_with_one_line()
    {
        await using var server = await StartAsync("data");
        Assert.Equal(0, (await BackUpAsync("data", "backup")).ExitCode);
        var (exit, said) = await RestoreAsync("backup", "data");
        Assert.Equal(1, exit);
        Assert.StartsWith(
            "Tocsin:DataDirectory", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        await server.StopAsync();
        (exit, said) = await RestoreAsync("backup", "data");
        Assert.Equal(1, exit);
        Assert.Contains("not empty", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>Kills a backup some way into it: later in each round.</summary>
    private async Task KillOneAsync(int round)
    {
        await using var backup = ToolRun.Silo("backup", "--to", In($"killed-{round}"), "--Tocsin:DataDirectory", In("data"));
        while (!backup.HasExited && !Directory.EnumerateDirectories(_folder.FullName, $"killed-{round}.*").Any())
            await Task.Delay(1, Cancellation);
        await Task.Delay(LastKill * round / (s_kills - 1), Cancellation);
        if (!backup.HasExited)
            await backup.KillAsync();
    }

    private static async Task NumbersAreUniqueAsync(Uri url)
    {
        using var http = await Desk.SignedInAsync(url);
        for (var i = 0; i < 120; i++)
        {
            using var made = await Desk.CreateAsync(http, null);
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Cancellation));
        }

        var numbers = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/incidents?limit=200{cursor}", Cancellation);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next)
                break;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }

        Assert.True(numbers.Count > 120, $"only {numbers.Count} incidents");
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    private async Task<ServerProcess> StartAsync(string data)
    {
        var server = ServerProcess.Embedded(In(data));
        server.Start();
        await server.ReadyAsync();
        return server;
    }

    private async Task<(int ExitCode, string Output)> BackUpAsync(string data, string backup)
    {
        await using var run = ToolRun.Silo("backup", "--to", In(backup), "--Tocsin:DataDirectory", In(data));
        return await run.EndAsync();
    }

    private async Task<(int ExitCode, string Output)> RestoreAsync(string backup, string data)
    {
        await using var run = ToolRun.Silo("restore", "--from", In(backup), "--Tocsin:DataDirectory", In(data));
        return await run.EndAsync();
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
