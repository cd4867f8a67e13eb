using Microsoft.Playwright;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>Debian's Chromium, without a window.</summary>
internal static class Chromium
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

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable(PathVariable) ?? "/usr/bin/chromium",
        Args = Arguments,
    });
}
