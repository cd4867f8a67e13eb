using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>
/// The rules as they stand, in a real Prometheus, while something real breaks. All faults, and how soon each is told:
/// <c>tests/Faults -- alerts</c>.
/// </summary>
[Collection(Clusters.Collection)]
public sealed class FaultAlertTests(Watched watched)
{
    [Fact]
    public async Task A_silo_that_is_killed_is_an_alert_and_none_when_it_is_back()
    {
        var (cluster, prometheus) = (watched.Cluster, watched.Prometheus);
        await UntilAsync(
            "all servers are seen", async () => (await prometheus.QueryAsync("up{job=~\"tocsin-silo|tocsin-gateway\"} == 1")).Count == 3);
        Assert.DoesNotContain("SiloDown", await prometheus.FiringAsync());

        await cluster.Silos[1].KillAsync();

        await UntilAsync("SiloDown fires", async () => (await prometheus.FiringAsync()).Contains("SiloDown"));
        var alert = Assert.Single(await prometheus.AlertsAsync(), a => a.IsFiring && a.Name == "SiloDown");
        Assert.Equal("page", alert.Labels["severity"]);
        Assert.Equal(cluster.Silos[1].Url.Authority, alert.Labels["instance"]);
        Assert.Equal($"Silo {cluster.Silos[1].Url.Authority} does not answer", alert.Annotations["summary"]);
        Assert.EndsWith("/SiloDown.md", alert.Annotations["runbook_url"], StringComparison.Ordinal);
        Assert.EndsWith("/d/tocsin-cluster", alert.Annotations["dashboard_url"], StringComparison.Ordinal);

        cluster.Silos[1].Start();

        await UntilAsync("SiloDown is over", async () => !(await prometheus.FiringAsync()).Contains("SiloDown"));
        await cluster.Silos[1].ReadyAsync();
    }

    private async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        IReadOnlySet<string> firing = new HashSet<string>();
        await Until.HoldsAsync(
            what,
            async () =>
            {
                firing = await watched.Prometheus.FiringAsync();
                return await holds();
            },
            () => $"Firing: {string.Join(", ", firing)}.",
            every: TimeSpan.FromMilliseconds(250));
    }
}
