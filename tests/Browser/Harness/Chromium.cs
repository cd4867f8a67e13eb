using Microsoft.Playwright;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>Debian's Chromium, without a window: one for all tests, each desk in a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Names another one than Debian's.</summary>
    public const string PathVariable = "TOCSIN_CHROMIUM";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // The map draws by software where there is no graphics card.
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    private IPlaywright _playwright = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable(PathVariable) ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
