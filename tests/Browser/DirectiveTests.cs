using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>Directives at the desk: issued by the form, and what is done with each until it is over.</summary>
[Collection(typeof(Centre.Common))]
public sealed class DirectiveTests(Centre centre)
{
    [Fact]
    public async Task A_directive_is_issued_from_an_incident_and_what_is_refused_stands_at_its_field()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "走失");
        var unit = await centre.UnitAsync();
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        var page = desk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Directive", Exact = true }).ClickAsync();
        var dialog = page.Locator("dialog[open]");

        // What is known of the incident is there; two recipients by keyboard alone.
        await Assertions.Expect(dialog.GetByLabel("What is to be done")).ToHaveValueAsync("走失, 太行路 12 号\n三人互殴");
        await page.Keyboard.TypeAsync("古韩");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(unit);
        await page.Keyboard.PressAsync("Enter");
        await dialog.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("lookOut");
        await dialog.GetByLabel("In force until").FillAsync($"{DateTimeOffset.UtcNow.AddDays(91):yyyy-MM-dd'T'HH:mm}");

        // A reload loses neither the kind nor the recipients.
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Directive", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("Kind", new() { Exact = true })).ToHaveValueAsync("lookOut");
        await Assertions.Expect(dialog.Locator(".recipients-chosen li")).ToHaveTextAsync(["古韩派出所", unit]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true }).ClickAsync();
        await dialog.GetByText("A look-out is in force for up to 90 days").WaitForAsync();
        await Assertions.Expect(dialog.GetByLabel("In force until")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "DirectiveAttached"));

        await dialog.GetByLabel("In force until").FillAsync($"{DateTimeOffset.UtcNow.AddDays(2):yyyy-MM-dd'T'HH:mm}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(2, await Scene.CountAsync(dispatcher, incident, "DirectiveAttached"));
        var links = page.GetByRole(AriaRole.Link, new() { Name = "Look-out" });
        await Assertions.Expect(links).ToHaveCountAsync(2);

        // The group goes at once, from the page of one of them.
        await links.First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Withdraw the group") }).ClickAsync();
        await page.Keyboard.TypeAsync("found");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.GetByText("Withdrawn: found").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Withdraw") })).ToHaveCountAsync(0);
        var open = await dispatcher.GetStringAsync("directives?incidentId=" + incident.Id);
        Assert.Equal(0, JsonDocument.Parse(open).RootElement.GetProperty("items").GetArrayLength());
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task What_was_refused_is_replaced_and_an_external_body_is_signed_for_with_a_receipt()
    {
        using var admin = await centre.AsAsync("admin");
        var body = new { name = "铁路公安处", kind = "body", external = true };
        await Centre.DoAsync(admin, HttpMethod.Put, "stations/railway", body);
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "盗窃");
        var first = await IssueAsync(dispatcher, new { station = "guhan" }, incident);
        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"directives/{first}/refusal", new { reason = "不在辖区" });

        await using var desk = await centre.DeskAsync(centre.Second, "zh-CN", scheme: ColorScheme.Light);
        await desk.SignInAsync(Words.Chinese, "zhao", "supervisor", "/directives");
        var page = desk.Page;
        var dialog = page.Locator("dialog[open]");
        var refused = page.Locator("[data-column=back] .directive-card").Filter(new() { HasText = "不在辖区" });
        await refused.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^另行下达") }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("指令内容")).ToHaveValueAsync("核查监控");
        await page.Keyboard.TypeAsync("铁路");
        await page.Keyboard.PressAsync("Enter");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "下达", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(refused).ToHaveCountAsync(0);

        var card = page.Locator(".directive-card").Filter(new() { HasText = "铁路公安处" });
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^签收") }).ClickAsync();
        await dialog.GetByLabel("经办人姓名").FillAsync("刘");
        await dialog.GetByLabel("回执文号").FillAsync("字45号");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^反馈") }).ClickAsync();
        await dialog.GetByLabel("结果").FillAsync("已立案");
        await Assertions.Expect(dialog.GetByLabel("经办人姓名")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        await card.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByText("刘 · 字45号").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^办结") }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("结果")).ToHaveValueAsync("已立案");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "办结", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.GetByText("办结：已立案").WaitForAsync();
        await desk.SettleAsync();
        Assert.Empty(await Axe.ViolationsAsync(page));
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Who_may_issue_nothing_is_offered_nothing()
    {
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "sun", "auditor", "/directives");
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "To sign" }).WaitForAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Issue a directive" })).ToHaveCountAsync(0);
        Assert.Empty(desk.Errors);
    }

    private static async Task<string> IssueAsync(HttpClient http, object to, Made incident)
    {
        var order = new { to = new[] { to }, kind = "verify", text = "核查监控", incidentId = incident.Id };
        var group = await Centre.DoAsync(http, HttpMethod.Post, "directives", order);
        return group.GetProperty("group").GetString()!;
    }
}
