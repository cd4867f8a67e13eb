using System.Diagnostics;
using System.Net;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Hosting;

/// <summary>A gateway of a cluster that finds no silo.</summary>
public sealed class LonelyGatewayTests
{
    [Fact]
    public async Task It_lives_but_is_not_ready_and_says_503_at_once_and_stops_when_told()
    {
        await using var gateway = await TestGateway.Lonely();
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await gateway.Http.GetAsync("/healthz/ready", TestContext.Current.CancellationToken)).StatusCode);
        var watch = Stopwatch.StartNew();
        var reply = (await gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" })).Expect(503, "unavailable");
        Assert.Equal("1", reply.Header("Retry-After"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        watch.Restart();
        await gateway.Stop();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
