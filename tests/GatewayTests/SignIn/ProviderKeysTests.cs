using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Tocsin.Bearers;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>A provider that is away, frozen, or changes its keys; and what of it is kept.</summary>
[SupportedOSPlatform("linux")]
public sealed class ProviderKeysTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-keys-").FullName;
    private readonly LogBook _log = new();
    private FakeProvider _provider = null!;

    private string CacheFile => Path.Combine(_folder, "keys.json");

    public async ValueTask InitializeAsync() => _provider = await FakeProvider.Start();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task They_are_read_at_the_start_said_and_kept_for_their_owner_alone()
    {
        await using var gateway = await GatewayAsync();
        (await gateway.With(_provider.Token(("roles", "admin"))).Get("/units")).Expect(200);
        Assert.Equal(HttpStatusCode.OK, await ReadinessAsync(gateway));
        Assert.Contains(_log.Lines, l => l.EventId == 3031 && l.Level == LogLevel.Information);
        await Until.HoldsAsync("the keys are kept", () => File.Exists(CacheFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CacheFile));
        Assert.DoesNotContain("\"d\":", await File.ReadAllTextAsync(CacheFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_them_it_is_503_at_once_and_not_ready_and_no_fault_of_the_token()
    {
        var token = _provider.Token(("roles", "admin"));
        await _provider.StopAsync();
        await using var gateway = await GatewayAsync();
        await Until.HoldsAsync("the first question has failed", () => _log.Lines.Any(l => l.EventId == 3032));
        for (var i = 0; i < 3; i++)
        {
            var reply = (await gateway.With(token).Get("/units")).Expect(503, "unavailable");
            Assert.NotNull(reply.Header("Retry-After"));
            Assert.Null(reply.Header("WWW-Authenticate"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadinessAsync(gateway));
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/healthz/live", TestContext.Current.CancellationToken)).StatusCode);
        (await gateway.With(null).Get("/units")).Expect(401, "unauthenticated");

        // It is asked again and again, and said once.
        await _provider.StartAgainAsync();
        await Until.HoldsAsync("it is ready", async () => await ReadinessAsync(gateway) == HttpStatusCode.OK);
        (await gateway.With(token).Get("/units")).Expect(200);
        Assert.Single(_log.Lines, l => l.EventId == 3032);
    }

    [Fact]
    public async Task A_start_without_the_provider_is_ready_by_what_was_kept()
    {
        var token = _provider.Token(("roles", "admin"));
        await using (var before = await GatewayAsync())
        {
            (await before.With(token).Get("/units")).Expect(200);
            await Until.HoldsAsync("the keys are kept", () => File.Exists(CacheFile));
        }

        await _provider.StopAsync();
        await using var gateway = await GatewayAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadinessAsync(gateway));
        (await gateway.With(token).Get("/units")).Expect(200);
        (await gateway.With(token[..^4] + "AAAA").Get("/units")).Expect(401, "unauthenticated");

        // It may be one of the provider's newest keys.
        using var next = RSA.Create(2048);
        (await gateway.With(_provider.Token(next, "k2", ("roles", "admin"))).Get("/units")).Expect(503, "unavailable");
    }

    [Fact]
    public async Task A_frozen_provider_costs_nobody_more_than_five_seconds_and_nobody_waits_for_another()
    {
        _provider.Freeze();
        await using var gateway = await GatewayAsync();
        var watch = Stopwatch.StartNew();
        var token = _provider.Token(("roles", "admin"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gateway.With(token).Get("/units")));
        Assert.All(replies, r => r.Expect(503, "unavailable"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, ProviderKeyLimits.Timeout + TimeSpan.FromSeconds(1));
        watch.Restart();
        (await gateway.With(token).Get("/units")).Expect(503, "unavailable");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        _provider.Thaw();
        await Until.HoldsAsync("it is ready", async () => await ReadinessAsync(gateway) == HttpStatusCode.OK);
        (await gateway.With(token).Get("/units")).Expect(200);
    }

    [Fact]
    public async Task Unknown_keys_do_not_make_it_ask_each_time_and_a_new_one_is_found()
    {
        await using var gateway = await GatewayAsync();
        (await gateway.With(_provider.Token(("roles", "admin"))).Get("/units")).Expect(200);
        using var stranger = RSA.Create(2048);
        var before = _provider.Asked;
        for (var i = 0; i < 20; i++)
        {
            (await gateway.With(_provider.Token(stranger, "unknown" + i, ("roles", "admin"))).Get("/units"))
                .Expect(401, "unauthenticated");
        }

        Assert.InRange(_provider.Asked - before, 0, 2);
        var second = _provider.Rotate("k2");
        await Until.HoldsAsync(
            "the new key is known",
            async () => (await gateway.With(_provider.Token(second, "k2", ("roles", "admin"))).Get("/units")).Status == 200);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"authority":"https://another.example","readAt":"2026-01-01T00:00:00Z","documents":{}}""")]
    [InlineData("""{"authority":"AUTHORITY","readAt":"2026-01-01T00:00:00Z","documents":{}}""")]
    public async Task What_was_kept_and_is_no_good_is_passed_over_with_one_line(string content)
    {
        var text = content.Replace("AUTHORITY", _provider.Address, StringComparison.Ordinal);
        await File.WriteAllTextAsync(CacheFile, text, TestContext.Current.CancellationToken);
        await using var gateway = await GatewayAsync();
        (await gateway.With(_provider.Token(("roles", "admin"))).Get("/units")).Expect(200);
        Assert.Single(_log.Lines, l => l.EventId is 3035 or 3036);
    }

    [Fact]
    public async Task A_file_that_others_may_write_is_not_believed()
    {
        await using (var before = await GatewayAsync())
            await Until.HoldsAsync("the keys are kept", () => File.Exists(CacheFile));
        File.SetUnixFileMode(CacheFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        await _provider.StopAsync();
        await using var gateway = await GatewayAsync();
        (await gateway.With(_provider.Token(("roles", "admin"))).Get("/units")).Expect(503, "unavailable");
        Assert.Single(_log.Lines, l => l.EventId == 3036);
    }

    private Task<TestGateway> GatewayAsync() => TestGateway.Fake(
        ["--Tocsin:Jwt:Authority", _provider.Address, "--Tocsin:Jwt:Audience", "tocsin", "--Tocsin:Jwt:KeyCache", CacheFile],
        builder => builder.Logging.AddProvider(_log));

    private static async Task<HttpStatusCode> ReadinessAsync(TestGateway gateway) =>
        (await gateway.Http.GetAsync("/healthz/ready", TestContext.Current.CancellationToken)).StatusCode;
}
