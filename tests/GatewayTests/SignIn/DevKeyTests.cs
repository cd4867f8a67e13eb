using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tocsin.SignIn;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>The key of development sign-in: to be on the machine is not enough.</summary>
public sealed class DevKeyTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_key_there_is_no_such_route_whatever_is_asked()
    {
        string[] wrong = ["", " ", "x", DevSignIn.Key[..^1], DevSignIn.Key + "x", DevSignIn.Key.ToUpperInvariant() + "X", new('x', 5_000)];
        foreach (var key in wrong)
        {
            (await fixture.Gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (DevSignIn.Header, key)))
                .Expect(404, "notFound");
            (await fixture.Gateway.With(null).Post("/dev/token", "no json", (DevSignIn.Header, key))).Expect(404, "notFound");
        }
        using var none = await fixture.Gateway.Http.PostAsJsonAsync("/dev/token", new { subject = "x", role = "admin" }, Cancellation);
        Assert.Equal(404, (int)none.StatusCode);
        (await fixture.Gateway.With(null).Post(
            "/dev/token", new { subject = "x", role = "admin" }, (DevSignIn.Header, DevSignIn.Key), (DevSignIn.Header, DevSignIn.Key)))
            .Expect(404, "notFound");
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (DevSignIn.Header, DevSignIn.Key)))
            .Expect(200);
    }

    [Theory]
    [InlineData("--Tocsin:DevTokens", "false")]
    [InlineData("--Tocsin:DevTokens", "false", "--urls", "http://0.0.0.0:0")]
    [InlineData("--Tocsin:Jwt:Authority", "https://sign-in.invalid", "--Tocsin:Jwt:Audience", "tocsin", "--urls", "http://0.0.0.0:0")]
    public async Task It_can_be_switched_off_and_only_then_the_gateway_listens_to_others(params string[] args)
    {
        await using var gateway = await TestGateway.Fake(args);
        (await gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" })).Expect(404, "notFound");
        (await gateway.With(await fixture.Gateway.Token("admin")).Get("/units")).Expect(401, "unauthenticated");
        var settings = await gateway.Http.GetFromJsonAsync<JsonElement>("/console/settings", Cancellation);
        Assert.False(settings.GetProperty("signIn").GetProperty("dev").GetBoolean());
    }

    [Fact]
    public async Task The_start_makes_the_key_and_shows_it_on_the_terminal_and_nowhere_else()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-dev-key-").FullName;
        var file = Path.Combine(folder, "dev.key");
        var (first, key) = await StartAsync(folder, isTerminal: true, sent: null);
        Assert.Equal(key, (await File.ReadAllTextAsync(file, Cancellation)).Trim());
        Assert.Equal(43, key!.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains(file, first, StringComparison.Ordinal);

        var (second, shown) = await StartAsync(folder, isTerminal: false, sent: key);
        Assert.Null(shown);
        Assert.DoesNotContain(key, first + second, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task In_a_cluster_each_start_warns_of_it()
    {
        using var log = new LogBook();
        await using var gateway = await TestGateway.Fake(
            [
                "--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", "Host=127.0.0.1", "--Tocsin:DevTokens", "true",
                "--urls", "http://0.0.0.0:0",
            ],
            builder => builder.Logging.AddProvider(log));
        var line = Assert.Single(log.Lines, l => l.EventId == 3052);
        Assert.Equal(LogLevel.Warning, line.Level);
        (await (await gateway.As("admin")).Get("/units")).Expect(200);
    }

    /// <summary>One start: what it logged and what its metrics say, and the key of the address that it showed.</summary>
    private static async Task<(string Kept, string? Key)> StartAsync(string folder, bool isTerminal, string? sent)
    {
        using var log = new LogBook();
        await using var terminal = new StringWriter();
        await using var gateway = await TestGateway.Real(
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.AddSingleton(new Terminal(isTerminal, terminal));
            },
            "--Tocsin:DataDirectory", folder, "--Tocsin:DevKeyFile", "");
        var shown = terminal.ToString().Trim();
        var start = $"Sign in: {gateway.Address.GetLeftPart(UriPartial.Authority)}/#key=";
        if (isTerminal)
            Assert.StartsWith(start, shown, StringComparison.Ordinal);
        var key = isTerminal ? Uri.UnescapeDataString(shown[start.Length..]) : null;
        (await gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (DevSignIn.Header, key ?? sent!))).Expect(200);
        var metrics = await gateway.Http.GetStringAsync("/metrics", Cancellation);
        return (string.Join('\n', log.Lines) + metrics, shown.Length == 0 ? null : key);
    }
}
