using System.Diagnostics;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>The rules as they stand, in a real Prometheus, while something real breaks. All faults: <c>tests/Faults -- alerts</c>.</summary>
[Collection(Clusters.Collection)]
public sealed class FaultAlertTests(Watched watched)
{
    private static readonly TimeSpan FiresWithin = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan OverWithin = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_silo_that_is_killed_is_an_alert_and_none_when_it_is_back()
    {
        var (cluster, prometheus) = (watched.Cluster, watched.Prometheus);
        await UntilAsync(FiresWithin, async () => (await prometheus.QueryAsync("up{job=~\"tocsin-silo|tocsin-gateway\"} == 1")).Count == 3);
        Assert.DoesNotContain("SiloDown", await prometheus.FiringAsync());

        await cluster.Silos[1].KillAsync();

        await UntilAsync(FiresWithin, async () => (await prometheus.FiringAsync()).Contains("SiloDown"));
        var alert = Assert.Single(await prometheus.AlertsAsync(), a => a.IsFiring && a.Name == "SiloDown");
        Assert.Equal("page", alert.Labels["severity"]);
        Assert.Equal(cluster.Silos[1].Url.Authority, alert.Labels["instance"]);
        Assert.Equal($"Silo {cluster.Silos[1].Url.Authority} does not answer", alert.Annotations["summary"]);
        Assert.EndsWith("/SiloDown.md", alert.Annotations["runbook_url"], StringComparison.Ordinal);
        Assert.EndsWith("/d/tocsin-cluster", alert.Annotations["dashboard_url"], StringComparison.Ordinal);

        cluster.Silos[1].Start();

        await UntilAsync(OverWithin, async () => !(await prometheus.FiringAsync()).Contains("SiloDown"));
        await cluster.Silos[1].ReadyAsync();
    }

    private static async Task UntilAsync(TimeSpan limit, Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < limit, $"Not after {limit.TotalSeconds:0} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }
}
