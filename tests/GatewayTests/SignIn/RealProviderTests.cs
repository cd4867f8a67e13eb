using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.SignIn;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>A gateway before a real OpenID provider.</summary>
public sealed class RealProviderTests : IAsyncLifetime
{
    private static readonly Uri s_console = new("http://127.0.0.1:5080/");

    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-real-").FullName;
    private readonly RunningProvider _provider = new([s_console], TimeSpan.FromMinutes(5));

    public async ValueTask InitializeAsync()
    {
        _provider.Know(
            ProviderPerson.As("li", "supervisor"),
            ProviderPerson.As("su1", "unit", "U1"),
            ProviderPerson.As("chen", "supervisor") with { Acr = "mfa" });
        await _provider.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task People_sign_in_are_renewed_with_the_roles_of_now_and_sign_out()
    {
        await using var gateway = await GatewayAsync();
        using var browser = new ProviderClient(_provider, s_console);
        Assert.True(await browser.IsAskedAsync());
        var first = await browser.SignInAsync("li");
        Assert.False(await browser.IsAskedAsync());
        (await gateway.With(Of(first, "access_token")).Post("/incidents/i1/supervision", new { reason = "x" })).Expect(200);

        // What is no access token lets nobody in.
        (await gateway.With(Of(first, "id_token")).Get("/units")).Expect(401, "unauthenticated");
        (await gateway.With(Of(first, "refresh_token")).Get("/units")).Expect(401, "unauthenticated");

        _provider.Know(ProviderPerson.As("li", "auditor"));
        using var renewed = await browser.RenewAsync(Of(first, "refresh_token"));
        var second = await renewed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        (await gateway.With(Of(second, "access_token")).Post("/incidents/i1/supervision", new { reason = "x" })).Expect(403, "forbidden");
        (await gateway.With(Of(second, "access_token")).Get("/units")).Expect(200);

        await browser.RevokeAsync(Of(second, "refresh_token"));
        using var refused = await browser.RenewAsync(Of(second, "refresh_token"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(s_console, await browser.EndAsync(Of(second, "id_token")));
        Assert.True(await browser.IsAskedAsync());
    }

    [Fact]
    public async Task Where_two_factors_are_demanded_only_who_signed_in_with_them_gets_in_and_the_renewed_token_too()
    {
        await using var gateway = await GatewayAsync("--Tocsin:Jwt:Acr:0", "mfa", "--Tocsin:Jwt:Acr:1", "urn:card");
        var settings = JsonDocument.Parse(await gateway.Http.GetStringAsync("/console/settings", TestContext.Current.CancellationToken))
            .RootElement.GetProperty("signIn");
        var acr = settings.GetProperty("acrValues").GetString()!;
        Assert.Equal("mfa urn:card", acr);

        using (var weak = new ProviderClient(_provider, s_console))
        {
            var refused = (await gateway.With(Of(await weak.SignInAsync("li", acr), "access_token")).Get("/units"))
                .Expect(401, "unauthenticated");
            Assert.Equal(
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"mfa urn:card\"", refused.Header("WWW-Authenticate"));
        }

        using var browser = new ProviderClient(_provider, s_console);
        var strong = await browser.SignInAsync("chen", acr);
        (await gateway.With(Of(strong, "access_token")).Get("/units")).Expect(200);
        using var renewed = await browser.RenewAsync(Of(strong, "refresh_token"));
        var second = await renewed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        (await gateway.With(Of(second, "access_token")).Get("/units")).Expect(200);

        // Who was not asked for it has not shown it.
        using var unasked = new ProviderClient(_provider, s_console);
        (await gateway.With(Of(await unasked.SignInAsync("chen"), "access_token")).Get("/units")).Expect(401, "unauthenticated");
    }

    [Fact]
    public async Task While_it_is_frozen_and_when_it_is_gone_those_who_are_signed_in_work_on_also_over_a_restart()
    {
        using var browser = new ProviderClient(_provider, s_console);
        var token = Of(await browser.SignInAsync("su1"), "access_token");
        await using (var before = await GatewayAsync())
        {
            (await before.With(token).Get("/incidents/i1")).Expect(200);
            await Until.HoldsAsync("the keys are kept", () => File.Exists(Path.Combine(_folder, "keys.json")));
        }

        await _provider.Process.FreezeAsync();
        await using (var frozen = await GatewayAsync())
            (await frozen.With(token).Get("/incidents/i1")).Expect(200);
        await _provider.Process.KillAsync();
        await using (var gone = await GatewayAsync())
            (await gone.With(token).Get("/incidents/i1")).Expect(200);
    }

    private Task<TestGateway> GatewayAsync(params string[] more) => TestGateway.Fake(
        [
            .. more,
            "--Tocsin:Jwt:Authority", _provider.Authority, "--Tocsin:Jwt:Audience", "tocsin",
            "--Tocsin:Jwt:KeyCache", Path.Combine(_folder, "keys.json"),
        ]);

    private static string Of(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
