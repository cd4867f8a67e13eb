using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Network;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Support.Postgres;

/// <summary>
/// A database on three machines, as <c>ops/cluster start --standby</c> has it, each machine in a network namespace: etcd and Patroni with a
/// PostgreSQL, by <c>ops/database-host</c>.
/// </summary>
public sealed class DatabaseHosts : IAsyncDisposable
{
    /// <summary>How many machines: with one of them lost, etcd still has a majority, and the primary a standby.</summary>
    public const int Count = 3;

    private const int FirstPort = 5600;
    private static readonly string[] s_parts = ["etcd", "patroni"];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly SiloNetwork _network;
    private readonly string _choice;
    private readonly string _folder;

    private DatabaseHosts(SiloNetwork network, string choice)
    {
        (_network, _choice) = (network, choice);
        _folder = Directory.CreateTempSubdirectory("tocsin-hosts-").FullName;
    }

    /// <summary>Whether Patroni and etcd are installed here.</summary>
    public static bool IsInstalled => File.Exists("/usr/bin/patroni") && File.Exists("/usr/bin/etcd");

    /// <summary>What a silo is configured with: all hosts, and nothing of how the driver chooses among them.</summary>
    public string ConnectionString => $"Host={string.Join(',', Machines.Select(n => At(n, 0)))};Database=postgres;Username=postgres";

    /// <summary>What the machines wrote, by part and number.</summary>
    public IReadOnlyDictionary<string, string> Logs => Machines
        .SelectMany(n => s_parts.Select(part => (Name: $"{part}-{n + 1}", File: LogOf(part, n))))
        .Where(log => File.Exists(log.File))
        .ToDictionary(log => log.Name, log => File.ReadAllText(log.File));

    private static IEnumerable<int> Machines => Enumerable.Range(0, Count);

    /// <summary>Starts them, and returns when there are a primary, a synchronous standby and another one.</summary>
    /// <param name="network">Has a place for each.</param>
    /// <param name="choice"><c>GoOn</c> or <c>Wait</c>: what happens while no standby is there.</param>
    public static async Task<DatabaseHosts> StartAsync(SiloNetwork network, string choice)
    {
        var hosts = new DatabaseHosts(network, choice);
        try
        {
            // PostgreSQL runs as a user of its own.
            await PostgresServer.RunAsync("chmod", "755", hosts._folder);
            foreach (var n in Machines)
                hosts.StartAgain(n);
            await hosts.WholeAsync();
            return hosts;
        }
        catch
        {
            await hosts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a machine whose processes have all ended.</summary>
    public void StartAgain(int host)
    {
        foreach (var part in s_parts)
        {
            // In the background of a shell that ends at once: what runs belongs to the machine, not to this process.
            var line = $"exec {Checkout.Root}/ops/database-host {part} {host + 1} {_folder}/{host + 1} {FirstPort} "
                + $"{string.Join(' ', _network.Places.Take(Count).Select(p => p.Address))} >>{LogOf(part, host)} 2>&1 </dev/null";
            var start = new ProcessStartInfo("ip", ["netns", "exec", NameOf(host), "setsid", "-f", "bash", "-c", line]);
            start.Environment["TOCSIN_STANDBY"] = _choice;
            using var started = Process.Start(start)!;
            started.WaitForExit();
        }
    }

    /// <summary>Which machine has the primary, as Patroni says; null while there is none.</summary>
    public async Task<int?> PrimaryAsync() => (await MembersAsync()).FirstOrDefault(m => m.Role == "leader")?.Host;

    /// <summary>Which machine has the synchronous standby; null while there is none.</summary>
    public async Task<int?> StandbyAsync() => (await MembersAsync()).FirstOrDefault(m => m.Role == "sync_standby")?.Host;

    /// <summary>Waits until one is the primary, every other one a running standby, and one of those synchronous.</summary>
    public Task WholeAsync()
    {
        IReadOnlyList<Member> seen = [];
        return Until.HoldsAsync(
            "one machine has the primary, the others have standbys",
            async () =>
            {
                seen = await MembersAsync();
                return seen.Count == Count && seen.All(m => m.State is "running" or "streaming")
                    && seen.Count(m => m.Role == "leader") == 1 && seen.Any(m => m.Role == "sync_standby");
            },
            () => string.Join('\n', seen));
    }

    /// <summary>Kills PostgreSQL and all its backends; Patroni and etcd go on.</summary>
    public async Task KillPostgresAsync(int host)
    {
        var postmaster = (await File.ReadAllLinesAsync($"{_folder}/{host + 1}/pg/postmaster.pid"))[0];
        var others = await PidsAsync(host);
        var backends = others.Where(pid => ParentOf(pid) == postmaster).Append(postmaster);
        await SignalAsync("KILL", backends);
    }

    /// <summary>Kills every process of a machine, as a loss of power does.</summary>
    public async Task KillAsync(int host) => await SignalAsync("KILL", await PidsAsync(host));

    /// <summary>Freezes every process of a machine: nothing answers, and no connection is closed.</summary>
    public async Task FreezeAsync(int host) => await SignalAsync("STOP", await PidsAsync(host));

    /// <summary>Lets a frozen machine go on.</summary>
    public async Task ThawAsync(int host) => await SignalAsync("CONT", await PidsAsync(host));

    /// <summary>Pulls a machine's cable.</summary>
    public Task CutAsync(int host) => _network.CutAsync(host);

    /// <summary>Puts it in again.</summary>
    public Task HealAsync(int host) => _network.HealAsync(host);

    /// <summary>Makes a standby the primary on purpose, and returns once it is.</summary>
    public async Task SwitchOverAsync()
    {
        var primary = await PrimaryAsync() ?? throw new InvalidOperationException("There is no primary.");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var answer = await http.PostAsJsonAsync($"http://{At(primary, 1)}/switchover", new { leader = $"n{primary + 1}" });
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"Patroni answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in Machines)
            await KillAsync(host);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task SignalAsync(string signal, IEnumerable<string> pids)
    {
        // One that has ended by itself in between is no failure.
        using var kill = Process.Start("kill", ["-s", signal, .. pids]);
        await kill.WaitForExitAsync();
    }

    private static string ParentOf(string pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1];
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task<IReadOnlyList<string>> PidsAsync(int host) =>
        (await PostgresServer.RunAsync("ip", "netns", "pids", NameOf(host))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<Member>> MembersAsync()
    {
        foreach (var host in Machines)
        {
            try
            {
                var cluster = await _http.GetFromJsonAsync<JsonElement>($"http://{At(host, 1)}/cluster");
                return [.. cluster.GetProperty("members").EnumerateArray().Select(m => new Member(
                    int.Parse(m.GetProperty("name").GetString()![1..], CultureInfo.InvariantCulture) - 1,
                    m.GetProperty("role").GetString()!,
                    m.GetProperty("state").GetString()!))];
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The next one knows it, too.
            }
        }

        return [];
    }

    private string At(int host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{_network.Places[host].Address}:{FirstPort + (10 * host) + port}");

    private string NameOf(int host) => _network.Places[host].Launcher[^1];

    private string LogOf(string part, int host) => $"{_folder}/{part}-{host + 1}.log";

    private sealed record Member(int Host, string Role, string State);
}
