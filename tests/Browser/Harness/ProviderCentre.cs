using System.Net.Http.Headers;
using Microsoft.Playwright;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.SignIn;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>A centre of one gateway, the demo roster, and a real sign-in provider; and a browser before it.</summary>
/// <param name="chromium">The browser of all centres.</param>
public sealed class ProviderCentre(Chromium chromium) : IAsyncLifetime
{
    // The console renews a minute before a token ends: three seconds after it got it.
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(63);

    private static readonly float Patience = (float)Until.Cap.TotalMilliseconds;

    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-centre-").FullName;

    /// <summary>The gateway.</summary>
    public ServerProcess Gateway { get; private set; } = null!;

    /// <summary>The provider.</summary>
    public RunningProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var url = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        Provider = new RunningProvider([url, new Uri(url, "/unit")], TokenLifetime);
        Provider.Know(Everybody());
        Gateway = new ServerProcess(
            Checkout.Gateway,
            url,
            [
                "--Tocsin:DataDirectory", _folder, "--Tocsin:DevTokens", "false",
                "--Tocsin:Jwt:Authority", Provider.Authority, "--Tocsin:Jwt:Audience", "tocsin",
            ],
            new Dictionary<string, string>());
        Gateway.Start();
        await Provider.StartAsync();
        await Gateway.ReadyAsync();
    }

    /// <summary>Everybody whom the provider knows, but with other roles for some.</summary>
    public static ProviderPerson[] Everybody(params ProviderPerson[] others)
    {
        ProviderPerson[] usual =
        [
            ProviderPerson.As("li", "supervisor"), ProviderPerson.As("zhao", "dispatcher"),
            ProviderPerson.As("root", "admin"), ProviderPerson.As("chen", "unit", "P07"),
        ];
        return [.. others, .. usual.ExceptBy(others.Select(o => o.Name), p => p.Name)];
    }

    /// <summary>A window with nothing remembered, in which somebody signs in.</summary>
    internal async Task<Desk> SignInAsync(string name, bool phone = false)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Gateway.Url.ToString(),
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = phone,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(phone ? "/unit" : "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with your account" }).ClickAsync();
        await page.GetByLabel("Account").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await (phone ? page.GetByRole(AriaRole.Button, new() { Name = "Menu" }) : page.GetByText("Live", new() { Exact = true }).First)
            .WaitForAsync();
        return new Desk(Gateway.Url, context, page);
    }

    /// <summary>Somebody who talks to the gateway without a browser.</summary>
    internal async Task<HttpClient> AsAsync(string name)
    {
        using var client = new ProviderClient(Provider, Gateway.Url);
        var token = (await client.SignInAsync(name)).GetProperty("access_token").GetString();
        var http = new HttpClient { BaseAddress = new Uri(Gateway.Url, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
