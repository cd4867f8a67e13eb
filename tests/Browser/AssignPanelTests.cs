using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>Who is offered at the desk, and that Enter sends nobody whom no person chose.</summary>
[Collection(typeof(Centre.Common))]
public sealed class AssignPanelTests(Centre centre)
{
    [Fact]
    public async Task Where_the_place_is_not_known_nobody_is_ticked_and_only_who_is_chosen_goes()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var location = new { address = "府前街 88 号" };
        var id = await MadeAsync(dispatcher, new { category = "theft", priority = 2, station = "guhan", location });
        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        var panel = await OpenAsync(desk, Words.English, id);
        await panel.GetByText("The place is not known: units of 古韩派出所").WaitForAsync();
        await panel.GetByText("Best first").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(panel.Locator("[aria-pressed=true]")).ToHaveCountAsync(0);

        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Choose a unit to assign" })).ToBeDisabledAsync();
        await panel.PressAsync("2");
        var second = await panel.Locator("[aria-pressed=true] b").First.InnerTextAsync();
        await panel.PressAsync("Enter");
        await panel.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal([second], await UnitsAsync(dispatcher, id));
        await CloseAsync(dispatcher, id);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Without_place_and_station_the_free_units_stand_by_station_and_nobody_goes_by_itself()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var id = await MadeAsync(dispatcher, new { category = "theft", priority = 2 });
        await using var desk = await centre.DeskAsync(centre.First, "zh-CN");
        var panel = await OpenAsync(desk, Words.Chinese, id);
        await panel.GetByText("地点和派出所均不明").WaitForAsync();
        await panel.GetByRole(AriaRole.Heading, new() { Name = "古韩派出所" }).WaitForAsync();
        await Assertions.Expect(panel.Locator("[aria-pressed=true]")).ToHaveCountAsync(0);
        await panel.PressAsync("Enter");
        Assert.Empty(await UnitsAsync(dispatcher, id));
        await CloseAsync(dispatcher, id);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Whom_only_the_page_proposes_is_named_by_the_button_before_Enter_sends()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var location = new { lat = 36.53, lon = 113.05, address = "太行路 12 号" };
        var id = await MadeAsync(dispatcher, new { category = "theft", priority = 2, location });
        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        var panel = await OpenAsync(desk, Words.English, id);
        var proposed = await panel.Locator("[aria-pressed=true] b").First.InnerTextAsync();
        await panel.PressAsync("Enter");
        var send = panel.GetByRole(AriaRole.Button, new() { Name = "Assign " + proposed });
        await Assertions.Expect(send).ToBeFocusedAsync();
        Assert.Empty(await UnitsAsync(dispatcher, id));
        await send.PressAsync("Enter");
        await panel.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal([proposed], await UnitsAsync(dispatcher, id));
        await CloseAsync(dispatcher, id);
        Assert.Empty(desk.Errors);
    }

    private static async Task<ILocator> OpenAsync(Desk desk, Words words, string incident)
    {
        await desk.SignInAsync(words, "wang", "dispatcher", "/incidents/" + incident);
        await desk.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("theft") }).First.WaitForAsync();
        await desk.Page.Keyboard.PressAsync("a");
        var panel = desk.Page.GetByRole(AriaRole.Region, new() { Name = words == Words.English ? "Who to send" : "派谁去" });
        await panel.Locator(".offer").First.WaitForAsync();
        return panel;
    }

    private static async Task<string> MadeAsync(HttpClient dispatcher, object body) =>
        (await Centre.DoAsync(dispatcher, HttpMethod.Post, "incidents", body)).GetProperty("id").GetString()!;

    private static Task CloseAsync(HttpClient dispatcher, string id) => Scene.CloseAsync(dispatcher, new Made(id, ""));

    private static async Task<string[]> UnitsAsync(HttpClient dispatcher, string incident)
    {
        var now = JsonDocument.Parse(await dispatcher.GetStringAsync("incidents/" + incident)).RootElement;
        return [.. now.GetProperty("assignments").EnumerateArray().Select(a => a.GetProperty("unitId").GetString()!)];
    }
}
