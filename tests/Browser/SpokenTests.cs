using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Browser;

/// <summary>What is said reaches who must hear it.</summary>
[Collection(typeof(Centre.Common))]
public sealed class SpokenTests(Centre centre)
{
    [Fact]
    public async Task A_note_is_on_the_overview_and_on_the_telephone_of_the_unit_that_is_on_its_way()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        var unit = await centre.UnitAsync();
        await Scene.SendAsync(dispatcher, incident, unit, "enRoute");
        await using var phone = await centre.DeskAsync(centre.Second, "zh-CN", phone: true, ColorScheme.Light);
        await phone.SignInUnitAsync(unit, "赵");
        await phone.Page.GetByText("三人互殴").First.WaitForAsync();
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        await desk.Page.GetByText("三人互殴").First.WaitForAsync();

        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"incidents/{incident.Id}/notes", new { text = "对方持刀，已退到二楼" });
        await phone.Page.Locator(".u-notes").GetByText("对方持刀，已退到二楼").WaitForAsync();
        await Assertions.Expect(phone.Page.Locator("#live-assertive")).ToContainTextAsync("对方持刀");
        await desk.Page.Locator(".newest").GetByText("对方持刀，已退到二楼").WaitForAsync();

        // It stays on the telephone without a network, and after the page was loaded again.
        await phone.Page.ReloadAsync();
        await phone.Page.Locator(".u-notes").GetByText("对方持刀，已退到二楼").WaitForAsync();
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task What_is_said_while_a_page_is_being_read_is_on_it()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        var (read, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        await desk.Page.RouteAsync(new Regex($"/incidents/{incident.Id}/trail"), async route =>
        {
            var answer = await route.FetchAsync();
            read.TrySetResult();
            await reached.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);

        // The gateway has answered without the note, the page has the note from the feed, and then gets the answer.
        await read.Task.WaitAsync(Until.Cap, TestContext.Current.CancellationToken);
        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"incidents/{incident.Id}/notes", new { text = "对方持刀，已退到二楼" });
        await Assertions.Expect(desk.Page.Locator("#live-assertive")).ToContainTextAsync("对方持刀");
        reached.SetResult();
        await desk.Page.Locator(".newest").GetByText("对方持刀，已退到二楼").WaitForAsync();
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_units_message_rings_on_every_screen_and_is_unread_for_whoever_has_not_read_it()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        var id = await centre.UnitAsync();
        await Scene.SendAsync(dispatcher, incident, id, "enRoute");
        using var unit = await centre.AsAsync("unit", id);
        await using var li = await centre.DeskAsync(centre.Second, "en-US");
        await li.SignInAsync(Words.English, "li", "dispatcher", "/map");
        await using var wang = await centre.DeskAsync(centre.Second, "en-US");
        await wang.SignInAsync(Words.English, "wang", "dispatcher", "/incidents/" + incident.Id);
        await li.Page.Locator(".near-row").First.WaitForAsync();
        await wang.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" }).WaitForAsync();

        await Centre.DoAsync(unit, HttpMethod.Post, $"incidents/{incident.Id}/messages", new { text = "收到，请求增援一组" });
        var toast = li.Page.Locator(".toast", new() { HasText = "收到，请求增援一组" });
        await toast.WaitForAsync();

        // Wang reads it: for the centre it is read, for Li it is not.
        await wang.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" }).ClickAsync();
        await wang.Page.GetByText("收到，请求增援一组").First.WaitForAsync();
        await Assertions.Expect(wang.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" })).Not.ToContainTextAsync("unread");
        await li.FollowAsync("/incidents/" + incident.Id);
        await Assertions.Expect(li.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" })).ToContainTextAsync("1 unread");
        await li.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" }).ClickAsync();
        await Assertions.Expect(li.Page.GetByRole(AriaRole.Tab, new() { Name = "Messages" })).Not.ToContainTextAsync("unread");
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(li.Errors);
        Assert.Empty(wang.Errors);
    }
}
