using System.Net;
using Tocsin.Commands;
using Tocsin.Tests.GatewayTests.Harness;

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
        await Until(async () => (await gateway.Http.GetAsync("/healthz/ready", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken)).StatusCode);
        end.SetResult();
        (await command).Expect(200);
        await stop;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await holds())
                return;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        Assert.Fail("it never came to be");
    }
}
