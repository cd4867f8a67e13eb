using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Browser;

/// <summary>What was pressed by a slip is taken back before anybody is told; what was meant arrives with the time of the press.</summary>
[Collection(typeof(Centre.Common))]
public sealed class UndoTests(Centre centre)
{
    [Fact]
    public async Task Closing_can_be_taken_back_and_the_toast_names_what_is_closed()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "诈骗");
        await Scene.SendAsync(dispatcher, incident, await centre.UnitAsync(), "onScene");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;

        await CommandAsync(page, $"close {incident.Spoken} done");
        var held = page.Locator(".toast.held");
        await Assertions.Expect(held).ToContainTextAsync($"Close {incident.Spoken}: 诈骗, 太行路 12 号");
        await held.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Undo") }).ClickAsync();
        await page.GetByText("Taken back").First.WaitForAsync();
        await Assertions.Expect(held).ToHaveCountAsync(0);
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "IncidentClosed"));

        var before = DateTimeOffset.UtcNow;
        await CommandAsync(page, $"close {incident.Spoken} done");
        await held.WaitForAsync();
        var pressed = DateTimeOffset.UtcNow;
        await page.GetByText($"Closed {incident.Spoken}: 诈骗, 太行路 12 号").First.WaitForAsync();
        var closedAt = (await Scene.ReadAsync(dispatcher, incident)).GetProperty("closedAt").GetDateTimeOffset();
        Assert.InRange(closedAt, before.AddSeconds(-1), pressed.AddSeconds(2));
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Closing_what_nobody_went_to_asks_why()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "诈骗");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;
        await CommandAsync(page, $"close {incident.Spoken} done");
        var dialog = page.Locator("dialog[open]");
        await dialog.WaitForAsync();
        await Assertions.Expect(dialog.GetByLabel("Disposition")).ToHaveValueAsync("done");
        await page.Keyboard.TypeAsync("settled by telephone");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".toast.held").WaitForAsync();

        // A page that goes sends at once what it holds.
        await page.ReloadAsync();
        await Until.HoldsAsync("it is closed", async () => await Scene.CountAsync(dispatcher, incident, "IncidentClosed") == 1);
        using var looker = await centre.AsAsync("supervisor");
        var trail = await looker.GetStringAsync($"incidents/{incident.Id}/trail?limit=200");
        Assert.Contains("Nobody went: settled by telephone", trail, StringComparison.Ordinal);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Off_duty_can_be_taken_back_and_a_page_that_closes_loses_nothing()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var unit = await centre.UnitAsync();
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/units/" + unit);
        var page = desk.Page;
        var off = page.GetByRole(AriaRole.Button, new() { Name = "Off duty" });
        await off.ClickAsync();
        await page.Locator(".toast.held").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Undo") }).ClickAsync();
        await page.GetByText("Taken back").First.WaitForAsync();
        Assert.Contains("\"available\"", await dispatcher.GetStringAsync("units/" + unit), StringComparison.Ordinal);

        // Pressed again, and the page goes at once: it is sent by this page or by the next.
        await off.ClickAsync();
        await page.Locator(".toast.held").WaitForAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "On duty" }).WaitForAsync();
        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"units/{unit}/duty", new { onDuty = true });
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_step_on_the_telephone_can_be_taken_back_for_five_seconds()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        var unit = await centre.UnitAsync();
        await Scene.SendAsync(dispatcher, incident, unit, "acknowledged");
        await using var phone = await centre.DeskAsync(centre.Second, "zh-CN", phone: true, ColorScheme.Light);
        await phone.SignInUnitAsync(unit, "赵");
        var page = phone.Page;
        var onScene = page.GetByRole(AriaRole.Button, new() { Name = "到场", Exact = true });
        await onScene.ClickAsync();
        await page.Locator(".u-undo").GetByRole(AriaRole.Button).ClickAsync();
        await onScene.WaitForAsync();
        await Assertions.Expect(page.Locator(".u-undo")).ToHaveCountAsync(0);
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "UnitOnScene"));

        var before = DateTimeOffset.UtcNow;
        await page.GetByRole(AriaRole.Button, new() { Name = "出动", Exact = true }).ClickAsync();
        var pressed = DateTimeOffset.UtcNow;
        await Assertions.Expect(page.Locator(".u-undo")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".u-undo")).ToHaveCountAsync(0);
        await page.Locator(".u-step[data-is=done]", new() { HasText = "出动" }).WaitForAsync();
        var assignment = (await Scene.ReadAsync(dispatcher, incident)).GetProperty("assignments")[0];
        Assert.InRange(assignment.GetProperty("enRouteAt").GetDateTimeOffset(), before.AddSeconds(-1), pressed.AddSeconds(2));
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(phone.Errors);
    }

    private static async Task CommandAsync(IPage page, string line)
    {
        var field = page.Locator("header").GetByRole(AriaRole.Combobox);
        await field.FillAsync(line);
        await field.PressAsync("Enter");
    }
}
