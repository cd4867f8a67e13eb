using System.Diagnostics;
using System.Net;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Hosting;

/// <summary>A gateway of a cluster that finds no silo.</summary>
public sealed class LonelyGatewayTests
{
    [Fact]
    public async Task A_request_with_a_token_is_told_in_one_line_and_not_as_a_fault_of_the_token()
    {
        using var log = new LogBook();
        await using var gateway = await TestGateway.Lonely(log);
        var reply = (await gateway.With("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln").Get("/incidents")).Expect(503, "unavailable");
        Assert.Equal("1", reply.Header("Retry-After"));
        var line = Assert.Single(log.Lines, l => l.EventId == 3004);
        Assert.Null(line.Exception);
        Assert.DoesNotContain(
            log.Lines, l => l.Exception is not null && l.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

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
