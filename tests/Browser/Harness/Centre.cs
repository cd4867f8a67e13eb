using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>A centre of one real process, the embedded default, and a browser before it.</summary>
/// <param name="chromium">The browser of all centres.</param>
public class Centre(Chromium chromium) : IAsyncLifetime
{
    /// <summary>In milliseconds: a page that is waited for is waited for like everything else.</summary>
    private static readonly float Patience = (float)Until.Cap.TotalMilliseconds;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private IReadOnlyList<ServerProcess> _gateways = [];
    private int _next;

    /// <summary>The tests that share a centre: they leave it as it was, send units of their own, and close their incidents.</summary>
    [CollectionDefinition]
    public sealed class Common : ICollectionFixture<Centre>;

    /// <summary>The gateway at which the first desk works.</summary>
    public ServerProcess First => _gateways[0];

    /// <summary>The gateway at which the second desk works: where there is only one, the same.</summary>
    public ServerProcess Second => _gateways[^1];

    /// <summary>A name that nobody else has.</summary>
    public string Fresh(string prefix) => $"{prefix}{Interlocked.Increment(ref _next):00}";

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _gateways = await StartAsync();
        await RosterAsync();
    }

    /// <summary>Opens a desk of its own: a window with nothing remembered.</summary>
    /// <param name="gateway">Where it works.</param>
    /// <param name="language">The browser's language.</param>
    /// <param name="phone">Whether it is a telephone.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="hasKey">Whether its tabs have the key of development sign-in.</param>
    /// <param name="hasWorker">Whether the unit's page gets its service worker, whose requests no test can change.</param>
    internal async Task<Desk> DeskAsync(
        ServerProcess gateway,
        string language,
        bool phone = false,
        ColorScheme scheme = ColorScheme.Dark,
        bool hasKey = true,
        bool hasWorker = true)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = gateway.Url.ToString(),
            Locale = language,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = phone,
            ServiceWorkers = hasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            Geolocation = new Geolocation { Latitude = 36.533f, Longitude = 113.052f },
            Permissions = ["geolocation"],
        });
        context.SetDefaultTimeout(Patience);
        // As if the address with the key had been opened in this tab. A page in a sandbox has no storage.
        if (hasKey)
            await context.AddInitScriptAsync($"try {{ sessionStorage.setItem('tocsin.devKey', '{DevSignIn.Key}'); }} catch {{}}");
        return new Desk(gateway.Url, context, await context.NewPageAsync());
    }

    /// <summary>A unit that is free, and that no other test knows.</summary>
    /// <returns>Its id, which is its call sign, too.</returns>
    internal async Task<string> UnitAsync()
    {
        using var admin = await AsAsync("admin");
        var id = Fresh("Q");
        await OnDutyAsync(admin, id, 36.56);
        return id;
    }

    /// <summary>Somebody who talks to the gateway without a browser: sets up, and looks whether it is true.</summary>
    internal async Task<HttpClient> AsAsync(string role, string? unit = null)
    {
        var http = new HttpClient { BaseAddress = new Uri(Second.Url, "/api/v1/") };
        var token = await DevSignIn.TokenAsync(http, "test-" + role, role, unit);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>Sends, and expects that it is done.</summary>
    internal static async Task<JsonElement> DoAsync(HttpClient http, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the servers.</summary>
    /// <returns>The gateways, one or two.</returns>
    protected virtual async Task<IReadOnlyList<ServerProcess>> StartAsync()
    {
        var server = ServerProcess.Embedded(_folder.FullName, "--Tocsin:Demo", "false");
        server.Start();
        await server.ReadyAsync();
        return [server];
    }

    /// <summary>Stops the servers.</summary>
    protected virtual ValueTask StopAsync() => First.DisposeAsync();

    private async Task RosterAsync()
    {
        using var admin = await AsAsync("admin");
        var station = new { name = "古韩派出所", location = new { lat = 36.532, lon = 113.051 }, areaClass = "city" };
        await DoAsync(admin, HttpMethod.Put, "stations/guhan", station);
        await DoAsync(admin, HttpMethod.Put, "settings/policy", new { name = "110-city" });
        for (var i = 1; i <= 6; i++)
            await OnDutyAsync(admin, $"P{i:00}", 36.53 + (i * 0.002));
    }

    private static async Task OnDutyAsync(HttpClient admin, string unit, double lat)
    {
        string[] capabilities = ["patrol"];
        var home = new { lat, lon = 113.05 };
        var content = new { callSign = unit, kind = "patrol", station = "guhan", capabilities, home };
        await DoAsync(admin, HttpMethod.Put, "units/" + unit, content);
        await DoAsync(admin, HttpMethod.Post, $"units/{unit}/duty", new { onDuty = true, crew = new[] { "Li" } });
    }
}
