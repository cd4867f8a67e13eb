using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>The faults, in the order in which they are brought about.</summary>
public static class AlertFaults
{
    private const int Crashes = 3;
    private const int Knocks = 1_200;
    private static readonly TimeSpan BetweenCrashes = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromMilliseconds(100);

    /// <summary>More than the quarter of a second from which on it is an alert, less than an append's deadline.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(350);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AlertFault> All { get; } =
    [
        new(
            "silo-killed",
            "kill -9 of one silo of three; it stays dead",
            ["SiloDown"],
            c => c.KillAsync(c.Servers.Silos[0]),
            c => c.ReviveAsync(c.Servers.Silos[0])),
        new(
            "silo-frozen",
            "SIGSTOP of one silo of three",
            ["SiloDown"],
            c => c.Servers.Silos[1].FreezeAsync(),
            c => c.Servers.Silos[1].ThawAsync()),
        new(
            "silos-killed",
            "kill -9 of two silos of three",
            ["SilosTooFew", "SiloDown"],
            c => c.KillAsync(c.Servers.Silos.Take(2)),
            c => c.ReviveAsync(c.Servers.Silos.Take(2))),
        new(
            "gateway-killed",
            "kill -9 of one gateway of two",
            ["GatewayDown"],
            c => c.KillAsync(c.Servers.Gateways[1]),
            c => c.ReviveAsync(c.Servers.Gateways[1])),
        new(
            "gateways-killed",
            "kill -9 of both gateways",
            ["GatewaysAllDown", "ProbeFailing"],
            c => c.KillAsync(c.Servers.Gateways),
            c => c.ReviveAsync(c.Servers.Gateways)),
        new("database-stopped", "PostgreSQL is stopped", ["DatabaseDown", "JournalUnavailable", "CommandBudgetBurns", "CommitBudgetBurns"],
            c => c.Servers.Postgres.StopAsync(), c => c.Servers.Postgres.StartAgainAsync()) { Lasting = ["CommandBudgetBurns", "CommitBudgetBurns"] },
        new(
            "database-frozen",
            "SIGSTOP of PostgreSQL and all its backends",
            ["JournalUnavailable"],
            c => c.Servers.Postgres.FreezeAsync(),
            c => c.Servers.Postgres.ThawAsync()),
        new("database-restarted", "PostgreSQL crashes and is started again at once", ["DatabaseRestarted"], RestartAsync, _ => Task.CompletedTask) { Lasting = ["DatabaseRestarted"] },
        new("database-slow", "what PostgreSQL answers the silos comes 350 ms late", ["CommitSlow"],
            c => Run(() => c.DatabaseLine.Delay = Late), c => Run(() => c.DatabaseLine.Delay = TimeSpan.Zero)),
        new(
            "connections-taken",
            "a program takes all connections of PostgreSQL that are left but ten",
            ["ConnectionsNearlyExhausted"],
            Crowd.BeginAsync,
            Crowd.EndAsync),
        new("client-refused", "a client without a token asks ten times a second for two minutes", ["RefusalsStorm"], KnockAsync, _ => Task.CompletedTask) { Lasting = ["RefusalsStorm"] },
        new(
            "overdue-storm",
            "30 incidents on limits of 10 s that nobody takes, one unit on duty and busy",
            ["OverdueStorm", "NoFreeUnits", "IncidentsUnattended"],
            Storm.BeginAsync,
            Storm.EndAsync),
        new("disk-full", "a disk of 64 MB is filled", ["DiskFull"], c => Run(() => c.Disk!.Fill()), c => Run(() => c.Disk!.Free()))
        {
            Concerns = (c, labels) => labels.GetValueOrDefault("mountpoint") == c.Disk!.Path,
        },
        new("crash-loop", "one gateway is killed again and again; its supervisor starts it again", ["ServersRestarting"], CrashAsync, _ => Task.CompletedTask) { Lasting = ["ServersRestarting"] },
        new("probe-killed", "kill -9 of the probe", ["ProbeDown"], c => c.Probe.KillAsync(), _ => Task.CompletedTask)
        {
            Lasting = ["ProbeDown"],
        },
        new(
            "watchers-dead",
            "the node exporter and Alertmanager are killed",
            ["TargetDown", "AlertmanagerUnreachable"],
            DeafenAsync,
            _ => Task.CompletedTask)
        {
            Lasting = ["TargetDown", "AlertmanagerUnreachable"],
        },
    ];

    private static async Task RestartAsync(WatchedCluster cluster)
    {
        await cluster.Servers.Postgres.StopAsync(ShutdownMode.Immediate);
        await cluster.Servers.Postgres.StartAgainAsync();
    }

    private static async Task CrashAsync(WatchedCluster cluster)
    {
        ServerProcess victim = cluster.Servers.Gateways[1];
        for (var i = 0; i < Crashes; i++)
        {
            await victim.KillAsync();

            // Long enough to be seen alive in between.
            await Task.Delay(BetweenCrashes);
        }
    }

    private static async Task KnockAsync(WatchedCluster cluster)
    {
        using var http = new HttpClient();
        for (var i = 0; i < Knocks; i++)
        {
            using var refused = await http.GetAsync(new Uri(cluster.Servers.Gateways[0].Url, "/api/v1/incidents"));
            await Task.Delay(BetweenKnocks);
        }
    }

    private static async Task DeafenAsync(WatchedCluster cluster)
    {
        await cluster.Node.KillAsync();
        await cluster.Alertmanager.KillAsync();
    }

    private static Task Run(Action what)
    {
        what();
        return Task.CompletedTask;
    }
}
