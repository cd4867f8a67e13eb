using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>
/// The whole pipeline by keyboard, two dispatchers in two languages and a unit at once, and a gateway that dies in the middle.
/// </summary>
[Collection(typeof(ClusterCentre.Shared))]
public sealed partial class PipelineTests(ClusterCentre centre)
{
    [Fact]
    public async Task A_call_becomes_an_incident_that_everybody_sees_is_worked_and_concluded_though_a_gateway_dies()
    {
        await using var li = await centre.DeskAsync(centre.First, "en-US");
        await using var wang = await centre.DeskAsync(centre.Second, "zh-CN");
        await li.SignInAsync(Words.English, "li", "dispatcher");
        await wang.SignInAsync(Words.Chinese, "wang", "dispatcher");

        // Taken by keyboard while the caller speaks.
        var category = centre.Fresh("Burglary ");
        await TakeCallAsync(li.Page, category);
        var number = NumberOf(await li.Page.GetByRole(AriaRole.Heading, new() { NameRegex = Number() }).First.InnerTextAsync());
        var row = wang.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(category)) });
        await row.WaitForAsync();

        // What was done while the gateway was away is kept, said, and sent once.
        await centre.First.KillAsync();
        await CommandAsync(li.Page, $"note {number[^4..]} the back door is open");
        await li.Page.GetByText("Gateway lost").First.WaitForAsync();
        centre.First.Start();
        await centre.First.ReadyAsync();
        await Assertions.Expect(li.Page.GetByText("Gateway lost")).ToHaveCountAsync(0);

        // Meanwhile at the other desk, in the other language.
        await CommandAsync(wang.Page, $"as {number[^4..]} P03");
        await li.Page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^P03") }).WaitForAsync();
        var incident = new Uri(li.Page.Url).Segments[^1];
        using var looker = await centre.AsAsync("supervisor");
        Assert.Equal(1, await CountAsync(looker, incident, "NoteAdded"));

        // On the unit's telephone: signed for, then without a network, then told in order and at the times of the presses.
        await using var phone = await centre.DeskAsync(centre.Second, "zh-CN", phone: true, ColorScheme.Light);
        await phone.SignInUnitAsync("P03", "赵");
        await PressAsync(phone.Page, "签收");
        await phone.Page.Locator(".u-step[data-is=done]", new() { HasText = "签收" }).WaitForAsync();
        await phone.Context.SetOfflineAsync(true);
        await PressAsync(phone.Page, "出动");
        var before = DateTimeOffset.UtcNow;
        await PressAsync(phone.Page, "到场");
        var pressed = DateTimeOffset.UtcNow;
        await phone.Page.GetByText("2 条上报等待发送").First.WaitForAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(1, await phone.Page.Locator(".u-net.bad").CountAsync());
        await phone.Context.SetOfflineAsync(false);
        await li.Page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^P03 On scene") }).WaitForAsync();
        await PressAsync(phone.Page, "处置完毕");
        await li.Page.GetByText("处置完毕").First.WaitForAsync();
        await PressAsync(phone.Page, "结束");
        await li.Page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^P03 Cleared") }).WaitForAsync();
        foreach (var kind in new[] { "UnitAcknowledged", "UnitEnRoute", "UnitOnScene", "FeedbackGiven", "UnitCleared" })
            Assert.Equal(1, await CountAsync(looker, incident, kind));
        var assignment = JsonDocument.Parse(await looker.GetStringAsync("incidents/" + incident)).RootElement.GetProperty("assignments")[0];
        Assert.InRange(assignment.GetProperty("onSceneAt").GetDateTimeOffset(), before.AddSeconds(-1), pressed.AddSeconds(2));

        // A page that goes sends at once what it holds.
        await CommandAsync(li.Page, $"close {number[^4..]} settled");
        await li.Page.Locator(".toast.held").WaitForAsync();
        await li.Page.ReloadAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);

        Assert.Equal(1, await CountAsync(looker, incident, "IncidentClosed"));
        Assert.Empty(li.Errors);
        Assert.Empty(wang.Errors);
        Assert.Empty(phone.Errors);
    }

    private static async Task TakeCallAsync(IPage page, string category)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Calls" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New call" }).WaitForAsync();
        await page.Keyboard.PressAsync("c");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Category" });
        await field.FillAsync(category);
        await page.GetByLabel("Address").FillAsync("太行路 12 号");
        await page.GetByLabel("Coordinates").FillAsync("36.531, 113.051");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What is going on" })
            .FillAsync("Two men carry a television out of a window.");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What is going on" }).PressAsync("Control+Enter");
        var open = page.GetByRole(AriaRole.Link, new() { Name = "Open incident" });
        var heading = page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(Regex.Escape(category)) });
        await open.Or(heading).First.WaitForAsync();
        if (await open.IsVisibleAsync())
            await open.ClickAsync();
        await heading.First.WaitForAsync();
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private static async Task CommandAsync(IPage page, string line)
    {
        var field = page.Locator("header").GetByRole(AriaRole.Combobox);
        await field.FillAsync(line);
        await field.PressAsync("Enter");
    }

    private static string NumberOf(string heading) => Number().Match(heading).Value;

    private static async Task<int> CountAsync(HttpClient http, string incident, string kind)
    {
        var trail = JsonDocument.Parse(await http.GetStringAsync($"incidents/{incident}/trail?limit=200")).RootElement;
        return trail.GetProperty("items").EnumerateArray().Count(e => e.GetProperty("kind").GetString() == kind);
    }

    [GeneratedRegex(@"\d{6}-\d{4,}")]
    private static partial Regex Number();
}
