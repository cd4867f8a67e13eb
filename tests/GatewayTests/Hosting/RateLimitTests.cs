using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Hosting;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Whoever_sends_more_than_his_share_is_told_to_wait_and_nobody_else()
    {
        await using var gateway = await TestGateway.Fake(["--Tocsin:RateLimit:PerSecond", "1", "--Tocsin:RateLimit:Burst", "5"]);
        var (wang, li) = (await gateway.As("dispatcher", "wang"), await gateway.As("dispatcher", "li"));
        var replies = new List<Reply>();
        for (var i = 0; i < 12; i++)
            replies.Add(await wang.Get("/units"));
        Assert.All(replies.Take(5), r => r.Expect(200));
        var late = replies.Last().Expect(429, "rateLimited");
        Assert.Equal("1", late.Header("Retry-After"));
        (await li.Get("/units")).Expect(200);
        Assert.True((await gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Without_a_word_about_it_the_embedded_mode_limits_nobody()
    {
        await using var gateway = await TestGateway.Fake();
        var wang = await gateway.As("dispatcher");
        for (var i = 0; i < 300; i++)
            (await wang.Get("/units")).Expect(200);
    }

    [Fact]
    public async Task The_cluster_mode_limits_unless_development_tokens_are_allowed()
    {
        string[] cluster = ["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", "Host=127.0.0.1"];
        await using var limited = await TestGateway.Fake(
            [.. cluster, "--Tocsin:Jwt:Authority", "https://sign-in.invalid", "--Tocsin:Jwt:Audience", "tocsin"]);
        await using var free = await TestGateway.Fake([.. cluster, "--Tocsin:DevTokens", "true"]);
        Assert.True(limited.Service<Tocsin.Settings.GatewayOptions>().RequestsPerSecond > 0);
        Assert.Equal(0, free.Service<Tocsin.Settings.GatewayOptions>().RequestsPerSecond);
    }
}
