using System.Diagnostics;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>Brings faults about one after the other, and times what Prometheus says to each.</summary>
/// <param name="cluster">What is broken and watched.</param>
public sealed class AlertTrial(WatchedCluster cluster)
{
    /// <summary>The slowest alert that is waited for looks at 5 minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until nothing of what a fault is to bring about fires of itself.</summary>
    public Task<bool> QuietAsync(AlertFault fault) => UntilAsync(async () => (await FiringAsync(fault)).Count == 0);

    /// <summary>Runs one fault.</summary>
    public async Task<IReadOnlyList<AlertTiming>> RunAsync(AlertFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var fired = new Dictionary<string, TimeSpan>();
        var clock = Stopwatch.StartNew();
        await fault.BeginAsync(cluster);
        await UntilAsync(async () =>
        {
            foreach (var name in await FiringAsync(fault))
                fired.TryAdd(name, clock.Elapsed);
            return fired.Count == fault.Alerts.Count;
        });
        await fault.EndAsync(cluster);
        clock.Restart();
        var over = new Dictionary<string, TimeSpan>();
        await UntilAsync(async () =>
        {
            var firing = await FiringAsync(fault);
            foreach (var name in fired.Keys.Except(firing))
                over.TryAdd(name, clock.Elapsed);
            return fired.Keys.Except(fault.Lasting).All(over.ContainsKey);
        });
        await cluster.ReadyAsync();
        return [.. fault.Alerts.Select(name => new AlertTiming(
            fault.Name, name, Find(fired, name), Find(over, name), !fault.Lasting.Contains(name)))];
    }

    private static TimeSpan? Find(Dictionary<string, TimeSpan> times, string name) => times.TryGetValue(name, out var time) ? time : null;

    private static async Task<bool> UntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Limit)
        {
            if (await holds())
                return true;
            await Task.Delay(Look);
        }

        return false;
    }

    private async Task<IReadOnlyList<string>> FiringAsync(AlertFault fault) => [.. (await cluster.Prometheus.AlertsAsync())
        .Where(alert => alert.IsFiring && fault.Alerts.Contains(alert.Name) && IsConcerned(fault, alert))
        .Select(alert => alert.Name)
        .Distinct()];

    private bool IsConcerned(AlertFault fault, Alert alert) => fault.Concerns is null || fault.Concerns(cluster, alert.Labels);
}
