using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Answers;

public sealed class ServerTimeTests
{
    [Theory]
    [InlineData("/api/v1/board")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
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
}
