using System.Net;
using Tocsin.Commands;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task What_has_begun_may_end_and_readiness_goes_first()
    {
        await using var gateway = await TestGateway.Fake(["--Tocsin:DrainTime", "00:00:01"]);
        var person = await gateway.As("dispatcher");
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        gateway.Cluster.OnCommand = async (_, _) =>
        {
            begun.TrySetResult();
            await end.Task;
            return new CommandAnswer(null, "{\"done\":true}", 1, false, false, "i1");
        };
        var command = person.Post("/incidents/i1/notes", new { text = "x" });
        await begun.Task;
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/healthz/ready", TestContext.Current.CancellationToken)).StatusCode);
        var stop = Task.Run(gateway.Stop, TestContext.Current.CancellationToken);
        await Until.HoldsAsync("it says that it is not ready", IsLeavingAsync, stop: TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken)).StatusCode);
        end.SetResult();
        (await command).Expect(200);
        await stop;
        await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken));

        async Task<bool> IsLeavingAsync()
        {
            using var answer = await gateway.Http.GetAsync("/healthz/ready", TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        }
    }
}
