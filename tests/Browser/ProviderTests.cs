using System.Net;
using System.Web;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;
using Tocsin.Tests.Support.SignIn;

namespace Tocsin.Tests.Browser;

/// <summary>The console and the unit's page before a real sign-in provider.</summary>
public sealed class ProviderTests(ProviderCentre centre) : IClassFixture<ProviderCentre>
{
    private const string WithAccount = "Sign in with your account";

    // What may stay when somebody has gone: it is the device's.
    private const string Personal =
        """
        () => [sessionStorage, localStorage].flatMap(s => Object.keys(s))
          .filter(k => /^(oidc\.|tocsin\.(session|typed|draft|unit\.picture|unit\.place))/.test(k))
        """;

    [Fact]
    public async Task Whoever_signs_out_stays_out_after_a_reload_and_after_the_time_of_a_renewal()
    {
        await using var other = await centre.SignInAsync("zhao");
        await using var desk = await centre.SignInAsync("li");
        var page = desk.Page;
        await RenewedAsync(desk);
        await page.EvaluateAsync("sessionStorage.setItem('tocsin.typed.note/1', '{}')");
        var refreshToken = await SignOutAsync(page);

        // By way of the provider's end of the session.
        await page.GetByRole(AriaRole.Button, new() { Name = WithAccount }).WaitForAsync();
        await Assertions.Expect(page).ToHaveURLAsync(centre.Gateway.Url.ToString());
        Assert.Empty(await page.EvaluateAsync<string[]>(Personal));
        using var client = new ProviderClient(centre.Provider, centre.Gateway.Url);
        using var refused = await client.RenewAsync(refreshToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = WithAccount }).WaitForAsync();

        // Somebody whose token is newer is renewed: the time for the one who left is over.
        await RenewedAsync(other);
        await RenewedAsync(other);
        Assert.Empty(await page.EvaluateAsync<string[]>(Personal));
        await page.GetByRole(AriaRole.Button, new() { Name = WithAccount }).ClickAsync();

        // The provider asks who it is.
        await page.GetByLabel("Account").WaitForAsync();
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_units_phone_forgets_whoever_signs_out()
    {
        await using var phone = await centre.SignInAsync("chen", phone: true);
        var page = phone.Page;
        await page.WaitForFunctionAsync("() => localStorage.getItem('tocsin.unit.picture') !== null");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        var refreshToken = await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = WithAccount }).WaitForAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Personal));
        using var client = new ProviderClient(centre.Provider, new Uri(centre.Gateway.Url, "/unit"));
        using var refused = await client.RenewAsync(refreshToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = WithAccount }).WaitForAsync();
        Assert.Empty(phone.Errors);
    }

    [Fact]
    [Trait("when", "nightly")]
    public async Task A_provider_that_is_gone_or_frozen_signs_nobody_out_not_even_when_the_gateway_starts_anew()
    {
        await using var desk = await centre.SignInAsync("li");
        var page = desk.Page;
        var token = await TokenAsync(page);
        await centre.Provider.Process.KillAsync();
        try
        {
            await centre.Gateway.KillAsync();
            centre.Gateway.Start();
            await centre.Gateway.ReadyAsync();
            await page.ReloadAsync();
            await LiveAsync(page);
        }
        finally
        {
            await centre.Provider.StartAsync();
        }

        // Back again, it renews as if it had not been away.
        await RenewedAsync(desk, token);
        await centre.Provider.Process.FreezeAsync();
        try
        {
            await page.ReloadAsync();
            await LiveAsync(page);
        }
        finally
        {
            await centre.Provider.Process.ThawAsync();
        }

        await RenewedAsync(desk);
        await LiveAsync(page);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    [Trait("when", "nightly")]
    public async Task A_sign_out_that_the_provider_does_not_hear_of_is_one_all_the_same_and_says_so()
    {
        await using var desk = await centre.SignInAsync("zhao");
        var page = desk.Page;
        await centre.Provider.Process.KillAsync();
        try
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.GetByText("You are signed out here.").WaitForAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>(Personal));
        }
        finally
        {
            await centre.Provider.StartAsync();
        }
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_renewal()
    {
        await using var desk = await centre.SignInAsync("li");
        var who = desk.Page.Locator(".who");
        await Assertions.Expect(who).ToContainTextAsync("Supervisor");
        centre.Provider.Know(ProviderCentre.Everybody(ProviderPerson.As("li", "auditor")));
        try
        {
            await Assertions.Expect(who).ToContainTextAsync("Auditor");
            await Assertions.Expect(who).Not.ToContainTextAsync("Supervisor");
            await LiveAsync(desk.Page);
        }
        finally
        {
            centre.Provider.Know(ProviderCentre.Everybody());
        }

        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Whoever_is_blocked_is_told_so_and_goes_on_when_they_are_let_in_again()
    {
        using var admin = await centre.AsAsync("root");
        await using var desk = await centre.SignInAsync("zhao");
        var page = desk.Page;
        await Centre.DoAsync(admin, HttpMethod.Post, "settings/blocked-subjects", new { subject = "zhao", reason = "a lost phone" });
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your account is blocked" }).WaitForAsync();
        using var lifted = await admin.DeleteAsync(new Uri("settings/blocked-subjects/zhao", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, lifted.StatusCode);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in again (a window of your account opens)" }).ClickAsync();
        await LiveAsync(page);
        Assert.Empty(desk.Errors);
    }

    private static async Task LiveAsync(IPage page)
    {
        await page.GetByText("Live", new() { Exact = true }).First.WaitForAsync();
        await Assertions.Expect(page.GetByText("Your sign-in has ended")).ToHaveCountAsync(0);
    }

    // Until it has a token that is newer than this one, or than the one of now.
    private static async Task RenewedAsync(Desk desk, string? before = null)
    {
        before ??= await TokenAsync(desk.Page);
        await desk.Page.WaitForFunctionAsync(
            "before => JSON.parse(sessionStorage.getItem('tocsin.session') ?? 'null')?.token !== before", before);
        Assert.NotNull(await TokenAsync(desk.Page));
    }

    private static Task<string?> TokenAsync(IPage page) =>
        page.EvaluateAsync<string?>("() => JSON.parse(sessionStorage.getItem('tocsin.session') ?? 'null')?.token ?? null");

    // Returns the refresh token that the page gives back: one of before, which a renewal has replaced, counts for some seconds more.
    private static async Task<string> SignOutAsync(IPage page)
    {
        var request = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync(),
            r => r.Url.EndsWith("/connect/revoke", StringComparison.Ordinal)
                && HttpUtility.ParseQueryString(r.PostData ?? "")["token_type_hint"] == "refresh_token");
        return HttpUtility.ParseQueryString(request.PostData!)["token"]!;
    }
}
