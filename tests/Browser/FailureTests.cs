using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>
/// Every screen while every question fails, is forbidden, or finds nobody: each says so, and none says that there is nothing.
/// </summary>
[Collection(typeof(Centre.Common))]
public sealed partial class FailureTests(Centre centre)
{
    private static readonly string[] s_screens =
    [
        "/", "/incidents/{incident}", "/calls", "/calls/{call}", "/units", "/units/P01", "/map", "/directives", "/late", "/replay",
        "/replay/{incident}", "/reports", "/access",
    ];

    /// <summary>What a screen says of nothing, of an empty list, and of all being well.</summary>
    [GeneratedRegex(
        @"Nothing is open|No calls\.|No unit is on duty|Nothing is late|^None$|No unit is free|Nothing near|No messages yet|No unit yet|"
        + @"\b0 (open|free|busy|on duty|late)\b|There is no such|Nothing fits|No track|Nobody looked",
        RegexOptions.Multiline)]
    private static partial Regex Nothing();

    /// <summary>Screens that ask something of their own, beside the board.</summary>
    private static readonly string[] s_asking =
        ["/incidents/{incident}", "/calls", "/calls/{call}", "/units/P01", "/late", "/replay", "/replay/{incident}", "/reports", "/access"];

    [Theory]
    [Trait("when", "nightly")]
    [InlineData(500, true)]
    [InlineData(500, false)]
    [InlineData(503, true)]
    [InlineData(403, true)]
    [InlineData(403, false)]
    [InlineData(0, true)]
    public async Task No_screen_says_that_there_is_nothing_when_it_does_not_know(int status, bool boardToo)
    {
        var paths = await PathsAsync(boardToo ? s_screens : s_asking);
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor");
        await desk.Page.RouteAsync(
            "**/api/v1/**", route => boardToo || !IsLive(route.Request.Url) ? FailAsync(route, status) : route.ContinueAsync());
        List<string> wrong = [];
        foreach (var path in paths)
        {
            await desk.Page.GotoAsync(path);
            await SaysAsync(desk.Page, path, status == 403 ? "forbidden" : "failed", wrong);
        }

        Assert.Empty(wrong);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    [Trait("when", "nightly")]
    public async Task While_nobody_has_answered_yet_every_screen_waits()
    {
        var paths = await PathsAsync(s_screens);
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor");
        await desk.Page.RouteAsync("**/api/v1/**", _ => new TaskCompletionSource().Task);
        List<string> wrong = [];
        foreach (var path in paths)
        {
            await desk.Page.GotoAsync(path);
            await SaysAsync(desk.Page, path, "asked", wrong);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_gateway_that_dies_under_a_screen_leaves_what_is_known_and_says_so_and_the_units_are_not_gone()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "持刀伤人");
        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        var page = desk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign" }).WaitForAsync();
        await centre.First.KillAsync();
        try
        {
            await page.GetByText("Gateway lost").First.WaitForAsync();
            await page.Keyboard.PressAsync("a");
            var panel = page.GetByRole(AriaRole.Region, new() { Name = "Who to send" });
            await panel.Locator("[data-asked=failed]").WaitForAsync();
            await Assertions.Expect(panel).Not.ToContainTextAsync("No unit is free");
            // What was known stays, with the time of which it is.
            await Assertions.Expect(page.GetByText(new Regex("you see \\d"))).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".unit-strip")).ToContainTextAsync("P05");
        }
        finally
        {
            centre.First.Start();
            await centre.First.ReadyAsync();
        }

        // It asks again by itself.
        await page.Locator(".offer").First.WaitForAsync();
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task An_administrator_sees_the_units_though_the_board_is_not_theirs()
    {
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.Page.GotoAsync("/");
        await desk.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("root");
        await desk.Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("admin");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        // Signed in: whoever leaves the page before that takes the sign-in back.
        await desk.Page.Locator("[data-asked=forbidden]").First.WaitForAsync();
        await desk.Page.GotoAsync("/units");
        await desk.Page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^P05") }).WaitForAsync();
        await desk.Page.GotoAsync("/");
        await desk.Page.Locator("[data-asked=forbidden]").First.WaitForAsync();
        Assert.DoesNotMatch(Nothing(), await desk.Page.Locator("main").InnerTextAsync());
        Assert.Empty(desk.Errors);
    }

    /// <summary>The board and the feed as they are now: the replay asks for boards of the past.</summary>
    private static bool IsLive(string url) =>
        new Uri(url) is { AbsolutePath: "/api/v1/feed" } or { AbsolutePath: "/api/v1/board", Query: "" };

    private static Task FailAsync(IRoute route, int status) => status == 0
        ? route.AbortAsync()
        : route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Body = """{"code": "x", "title": "x"}""",
        });

    private async Task<IReadOnlyList<string>> PathsAsync(IEnumerable<string> screens)
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "打架斗殴");
        var call = await Centre.DoAsync(dispatcher, HttpMethod.Post, "calls", new { answeredAt = DateTimeOffset.UtcNow });
        return
        [
            .. screens.Select(s => s
                .Replace("{incident}", incident.Id, StringComparison.Ordinal)
                .Replace("{call}", call.GetProperty("id").GetString(), StringComparison.Ordinal)),
        ];
    }

    private static async Task SaysAsync(IPage page, string path, string expected, List<string> wrong)
    {
        // The replay of the board has a line of its own for it.
        var said = path == "/replay" ? page.Locator(".past-state:not(:empty)") : page.Locator($"[data-asked={expected}]");
        await said.First.WaitForAsync();
        // Where the board is known, the queue and the units beside an incident count what there is.
        var beside = page.Locator(".desk-open");
        var text = await (await beside.CountAsync() > 0 ? beside : page.Locator("main")).InnerTextAsync();
        if (Nothing().Match(text) is { Success: true } found)
            wrong.Add($"{path} ({expected}): \"{found.Value}\"");
    }
}
