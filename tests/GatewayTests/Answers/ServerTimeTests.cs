using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Answers;

public sealed class ServerTimeTests
{
    [Theory]
    [InlineData("/api/v1/board")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/healthz/live")]
    [InlineData("/")]
    public async Task Each_answer_says_the_gateways_time_to_the_millisecond(string path)
    {
        var clock = new MovedClock { Moved = TimeSpan.FromHours(3) };
        await using var gateway = await TestGateway.Fake(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        var before = clock.GetUtcNow().AddMilliseconds(-1);
        using var answer = await gateway.Http.GetAsync(new Uri(path, UriKind.Relative));
        var after = clock.GetUtcNow();
        var told = Assert.Single(answer.Headers.GetValues("Tocsin-Now"));
        Assert.EndsWith("Z", told, StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse(told, CultureInfo.InvariantCulture), before, after);
    }

    [Fact]
    public async Task A_problem_that_takes_the_place_of_an_answer_says_it_too()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnRead = _ => throw new NotSupportedException("A fault of the program.");
        var reply = (await (await gateway.As("supervisor")).Get("/incidents/i1")).Expect(500);
        Assert.NotNull(reply.Header("Tocsin-Now"));
    }
}
