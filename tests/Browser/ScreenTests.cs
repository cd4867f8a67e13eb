using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>
/// Every screen, with something on it, in both languages and both themes: nothing that a program can find wrong, and no error that nobody
/// caught.
/// </summary>
[Collection(typeof(Centre.Common))]
public sealed class ScreenTests(Centre centre)
{
    private static readonly string[] s_paths =
    [
        "/", "/incidents/{incident}", "/calls", "/calls/{call}", "/units", "/units/P01", "/map", "/late", "/replay", "/replay/{incident}",
        "/reports", "/reports?interval=processing&list=all", "/find", "/find?kind=calls", "/nothing", "/unit", "/directives",
    ];

    /// <summary>Half of the screens in one language and theme, half in the other: CI has no time for all of them in both.</summary>
    [Theory]
    [InlineData("en-US", ColorScheme.Dark)]
    [InlineData("zh-CN", ColorScheme.Light)]
    public Task Every_screen_can_be_used_by_everybody(string language, ColorScheme scheme) =>
        WalkAsync(language, scheme, s_paths.Where((_, i) => i % 2 == (scheme == ColorScheme.Dark ? 0 : 1)));

    [Theory]
    [Trait("when", "nightly")]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    [InlineData("en-US", ColorScheme.Dark)]
    [InlineData("zh-CN", ColorScheme.Light)]
    public Task Every_screen_can_be_used_in_each_language_and_theme(string language, ColorScheme scheme) =>
        WalkAsync(language, scheme, s_paths);

    private async Task WalkAsync(string language, ColorScheme scheme, IEnumerable<string> places)
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var location = new { lat = 36.53, lon = 113.05, address = "太行路 12 号" };
        var incident = await MadeAsync(dispatcher, "incidents", new { category = "打架斗殴", priority = 1, location, narrative = "三人互殴" });
        var call = await MadeAsync(dispatcher, "calls", new { answeredAt = DateTimeOffset.UtcNow });
        await Scene.SendAsync(dispatcher, new Made(incident, ""), await centre.UnitAsync());

        await using var desk = await centre.DeskAsync(centre.Second, language, scheme: scheme);
        await desk.SignInAsync(language == "en-US" ? Words.English : Words.Chinese, "zhao", "supervisor");
        List<string> wrong = [];
        foreach (var place in places)
        {
            var path = place.Replace("{incident}", incident, StringComparison.Ordinal).Replace("{call}", call, StringComparison.Ordinal);
            // The unit's page is an app of its own.
            await (path == "/unit" ? desk.Page.GotoAsync(path) : desk.FollowAsync(path));
            await desk.SettleAsync();
            wrong.AddRange((await Axe.ViolationsAsync(desk.Page)).Select(v => $"{path} {scheme} {language}: {v}"));
        }

        // Who looked at what is for auditors only.
        await using var auditor = await centre.DeskAsync(centre.Second, language, scheme: scheme);
        await auditor.SignInAsync(language == "en-US" ? Words.English : Words.Chinese, "sun", "auditor", "/access");
        await auditor.Page.Locator(".access-table tbody tr").First.WaitForAsync();
        wrong.AddRange((await Axe.ViolationsAsync(auditor.Page)).Select(v => $"/access {scheme} {language}: {v}"));

        // Who asks for an erasure sees nothing else.
        await using var admin = await centre.DeskAsync(centre.Second, language, scheme: scheme);
        await admin.SignInAsync(language == "en-US" ? Words.English : Words.Chinese, "root", "admin", "/erasure", hasFeed: false);
        await admin.Page.Locator("form textarea[name=reason]").WaitForAsync();
        wrong.AddRange((await Axe.ViolationsAsync(admin.Page)).Select(v => $"/erasure {scheme} {language}: {v}"));

        await Scene.CloseAsync(dispatcher, new Made(incident, ""));

        Assert.Empty(wrong);
        Assert.Empty(desk.Errors);
        Assert.Empty(auditor.Errors);
        Assert.Empty(admin.Errors);
    }

    private static async Task<string> MadeAsync(HttpClient dispatcher, string path, object body) =>
        (await Centre.DoAsync(dispatcher, HttpMethod.Post, path, body)).GetProperty("id").GetString()!;
}
