using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.SignIn;

namespace Tocsin.Tests.GatewayTests.Limits;

/// <summary>How much one identity may ask, and whom the bucket of strangers cannot lock out.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await FakeProvider.Start();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Whoever_sends_more_than_his_share_is_told_to_wait_and_nobody_else()
    {
        await using var gateway = await StartAsync(burst: 5);
        var (wang, li) = (With(gateway, "wang"), With(gateway, "li"));
        var replies = new List<Reply>();
        for (var i = 0; i < 12; i++)
            replies.Add(await wang.Get("/incidents/i1"));
        Assert.All(replies.Take(5), r => r.Expect(200));
        var late = replies.Last().Expect(429, "rateLimited");
        Assert.Equal("1", late.Header("Retry-After"));
        (await li.Get("/incidents/i1")).Expect(200);
    }

    [Fact]
    public async Task A_past_board_or_a_report_takes_more_of_the_share_than_a_note()
    {
        await using var gateway = await StartAsync(burst: RequestCosts.Report + 1);
        const string Report = "/reports/summary?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
        foreach (var path in new[] { "/board?at=2026-01-01T00:00:00Z", Report })
        {
            var person = With(gateway, path);
            (await person.Get(path)).Expect(200);
            (await person.Post("/incidents/i1/notes", new { text = "x" })).Expect(200);
            var wait = (await person.Get(path)).Expect(429, "rateLimited").Header("Retry-After");
            Assert.InRange(int.Parse(wait!, CultureInfo.InvariantCulture), 2, RequestCosts.Report);
        }
    }

    [Fact]
    public async Task What_costs_more_than_the_whole_share_is_done_with_the_whole_share()
    {
        await using var gateway = await StartAsync(burst: 2);
        var statuses = new HashSet<int>();
        while (!statuses.Contains(429))
            statuses.Add((await With(gateway, "wang").Get("/board?at=2026-01-01T00:00:00Z")).Status);
        Assert.Equal([200, 429], statuses);
    }

    [Fact]
    public async Task A_stranger_locks_out_neither_the_sign_in_page_nor_health_nor_anybody_who_is_signed_in()
    {
        await using var gateway = await StartAsync(burst: 5);
        var stranger = gateway.With("junk");
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
            statuses.Add((await stranger.Get("/incidents/i1")).Status);
        Assert.Equal(401, statuses[0]);
        Assert.Equal(429, statuses[^1]);
        foreach (var path in new[] { "/", "/console/settings", "/healthz/live", "/healthz/ready", "/metrics" })
        {
            using var reply = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.OK), (path, reply.StatusCode));
        }

        (await With(gateway, "wang").Get("/incidents/i1")).Expect(200);
    }

    [Theory]
    [InlineData("Embedded")]
    [InlineData("Cluster")]
    public void Without_a_word_about_it_every_mode_limits(string mode)
    {
        var options = GatewayOptions.Read(new ConfigurationBuilder()
            .AddCommandLine(["--Tocsin:Mode", mode, "--ConnectionStrings:Tocsin", "Host=127.0.0.1", .. Provider()])
            .Build());
        Assert.Equal((50, 200), (options.RequestsPerSecond, options.RequestBurst));
    }

    [Fact]
    public async Task Who_signed_in_by_the_development_sign_in_is_not_limited()
    {
        await using var gateway = await TestGateway.Fake(["--Tocsin:RateLimit:PerSecond", "1", "--Tocsin:RateLimit:Burst", "2"]);
        var wang = await gateway.As("dispatcher");
        for (var i = 0; i < 12; i++)
            (await wang.Get("/units")).Expect(200);
    }

    private string[] Provider() => ["--Tocsin:Jwt:Authority", _provider.Address, "--Tocsin:Jwt:Audience", "tocsin"];

    private Task<TestGateway> StartAsync(int burst) => TestGateway.Fake(
        ["--Tocsin:RateLimit:PerSecond", "1", "--Tocsin:RateLimit:Burst", $"{burst}", .. Provider()]);

    private Person With(TestGateway gateway, string subject) =>
        gateway.With(_provider.Token(("sub", subject), ("roles", "supervisor")));
}
