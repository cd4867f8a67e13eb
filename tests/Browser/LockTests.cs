using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>A page that nobody uses locks; an alarm is seen all the same, and nothing that was typed is lost.</summary>
public sealed class LockTests(Centre centre) : IClassFixture<Centre>
{
    private const double IdleSeconds = 2;

    [Fact]
    public async Task A_desk_that_was_left_shows_an_officer_in_distress_and_after_the_same_person_signs_in_what_was_typed()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "盗窃");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        var page = desk.Page;
        await LockSoonAsync(page);
        await desk.SignInAsync(Words.English, "li", "supervisor", "/incidents/" + incident.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("He has a knife");
        var locked = page.Locator("dialog.lock");
        await locked.WaitForAsync();
        Assert.Empty(await Axe.ViolationsAsync(page));

        // Above the open dialog, and over the whole window.
        var box = (await locked.BoundingBoxAsync())!;
        Assert.Equal((0, 0, 1440, 900), (box.X, box.Y, box.Width, box.Height));
        Assert.True(await page.EvaluateAsync<bool>("!!document.elementFromPoint(720, 450).closest('dialog.lock')"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await locked.WaitForAsync();

        using var officer = await centre.AsAsync("unit", "P05");
        await Centre.DoAsync(officer, HttpMethod.Post, "units/P05/panic", new { });
        await locked.GetByText("P05 in distress").WaitForAsync();

        // A reload opens nothing.
        await page.ReloadAsync();
        await locked.GetByText("P05 in distress").WaitForAsync();
        await locked.GetByRole(AriaRole.Button, new() { Name = "Sign in again as li" }).ClickAsync();
        await Assertions.Expect(locked).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync("He has a knife");
        Assert.Empty(desk.Errors);
    }

    [Fact]
    [Trait("when", "nightly")]
    public async Task A_locked_phone_calls_for_help_and_says_that_it_has_arrived()
    {
        await using var phone = await centre.DeskAsync(centre.First, "zh-CN", phone: true, hasWorker: false);
        await phone.SignInUnitAsync("P06", "Li");
        await LockSoonAsync(phone.Page);
        await phone.Page.ReloadAsync();
        var locked = phone.Page.Locator("dialog.lock");
        await locked.WaitForAsync();
        Assert.Empty(await Axe.ViolationsAsync(phone.Page));
        await locked.Locator(".u-panic").ClickAsync(new() { Delay = 2_500 });
        await locked.GetByText("尚无人确认看到").WaitForAsync();
        await locked.GetByRole(AriaRole.Button, new() { Name = "以 Li 重新登录" }).ClickAsync();
        await Assertions.Expect(locked).ToHaveCountAsync(0);
        Assert.Empty(phone.Errors);
    }

    /// <summary>From the next load on the page locks after a moment, as if the gateway were configured so.</summary>
    private static async Task LockSoonAsync(IPage page) => await page.RouteAsync("**/console/settings", async route =>
    {
        var answer = await route.FetchAsync();
        var settings = JsonNode.Parse(await answer.TextAsync())!;
        (settings["lockAfterSeconds"], settings["unitLockAfterSeconds"]) = (IdleSeconds, IdleSeconds);
        await route.FulfillAsync(new() { Response = answer, Body = settings.ToJsonString() });
    });
}
