using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>
/// Every dialog of the desk, opened and typed into at once: the words go into its field, no key closes it, nothing that was typed goes
/// without a question, and the focus returns to what opened it.
/// </summary>
public sealed class DialogTests(Centre centre) : IClassFixture<Centre>
{
    private const string Typed = "knife ";

    /// <summary>What has the focus, and what stands in it.</summary>
    private const string Focused = "() => `${document.activeElement.tagName} ${document.activeElement.value ?? ''}`";

    [Fact]
    public async Task Whoever_types_into_a_dialog_at_once_loses_nothing()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var past = DateTimeOffset.UtcNow.AddMinutes(-20);
        var worked = await Scene.IncidentAsync(dispatcher, "打架斗殴", past);
        await Scene.SendAsync(dispatcher, worked, "P01", "onScene", past.AddMinutes(1));
        var late = await Scene.IncidentAsync(dispatcher, "盗窃", past);
        await Scene.SendAsync(dispatcher, late, "P02", occurredAt: past.AddMinutes(1));
        var closed = await Scene.IncidentAsync(dispatcher, "咨询");
        await Scene.CloseAsync(dispatcher, closed);
        using var supervisor = await centre.AsAsync("supervisor");
        var order = new { to = new[] { new { subject = "zhao" } }, kind = "verify", text = "Find out whether the shop has a camera." };
        await Centre.DoAsync(supervisor, HttpMethod.Post, "directives", order);

        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor");
        var page = desk.Page;

        await page.GotoAsync("/incidents/" + worked.Id);
        foreach (var button in new[] { "Note", "Edit", "Link", "Conclude", "Add feedback" })
            await TypeAtOnceAsync(page, button, () => ButtonAsync(page, button));
        foreach (var item in new[] { "Add feedback", "Divert" })
            await TypeAtOnceAsync(page, "P01: " + item, () => MenuAsync(page, "P01", item));

        await page.GotoAsync("/incidents/" + closed.Id);
        await TypeAtOnceAsync(page, "Reopen", () => ButtonAsync(page, "Reopen"));

        await page.GotoAsync("/units");
        await TypeAtOnceAsync(page, "Message", () => ButtonAsync(page, "Message to P05"));
        await TypeAtOnceAsync(page, "Out of service", () => RowButtonAsync(page, "P05", "Out of service"));

        await page.GotoAsync("/late");
        foreach (var act in new[] { "Urge", "Supervise" })
            await TypeAtOnceAsync(page, act, () => RowButtonAsync(page, late.Spoken, act));

        await page.GotoAsync("/directives");
        await TypeAtOnceAsync(page, "Report", () => ButtonAsync(page, new Regex("^Report ")));
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_key_opens_a_dialog_and_the_next_keys_are_in_it_and_a_reload_loses_nothing()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "噪音");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;
        await page.GotoAsync("/incidents/" + incident.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("He has a knife");
        Assert.Equal("TEXTAREA He has a knife", await page.EvaluateAsync<string>(Focused));
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();
        await page.Keyboard.PressAsync("n");
        Assert.Equal("TEXTAREA He has a knife", await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "NoteAdded"));

        // Sent is sent: the next note begins empty.
        await page.Keyboard.PressAsync("n");
        Assert.Equal("TEXTAREA ", await page.EvaluateAsync<string>(Focused));
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Enter_in_the_dialog_of_the_map_assigns()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;
        await page.GotoAsync("/map?incident=" + incident.Id);
        var units = page.GetByLabel("Assign a unit");
        await units.SelectOptionAsync("P06");
        await page.Locator(".map-card").GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await page.Locator("dialog[open]").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "UnitAssigned"));
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_correction_begins_with_the_time_that_stands_there_and_takes_it_away_only_by_a_yes()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "火警");
        await Scene.SendAsync(dispatcher, incident, "P04", "onScene");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor");
        var page = desk.Page;
        await page.GotoAsync("/incidents/" + incident.Id);
        await MenuAsync(page, "P04", "Correct a time");
        var dialog = page.Locator("dialog[open]");
        var before = (await Scene.ReadAsync(dispatcher, incident)).GetProperty("assignments")[0].GetProperty("onSceneAt");
        await Assertions.Expect(dialog.GetByLabel("Stage")).ToHaveValueAsync("onScene");
        await Assertions.Expect(dialog.GetByLabel("Time", new() { Exact = true }))
            .ToHaveValueAsync($"{before.GetDateTimeOffset().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}");

        // A reason alone takes nothing away.
        await dialog.GetByLabel("Reason").FillAsync("wrong press");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await dialog.GetByText("This time stands there already").WaitForAsync();
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));

        await dialog.GetByLabel(new Regex("did not happen")).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await dialog.GetByText(new Regex("takes “On scene” at .* away from P04")).WaitForAsync();
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Yes, do it" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    private static async Task TypeAtOnceAsync(IPage page, string name, Func<Task<ILocator>> open)
    {
        var dialog = page.Locator("dialog[open]");
        var opener = await open();
        await dialog.WaitForAsync();
        await page.Keyboard.TypeAsync(Typed);
        Assert.True(await dialog.CountAsync() == 1, $"{name}: typing closed it");
        var focused = await page.EvaluateAsync<string>(Focused);
        Assert.True(focused.Contains(Typed.Trim(), StringComparison.Ordinal), $"{name}: typed into {focused}");

        // Neither Escape nor Cancel throws it away without a word.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await dialog.CountAsync() == 1, $"{name}: Escape closed it");
        Assert.Contains(Typed.Trim(), await page.EvaluateAsync<string>(Focused), StringComparison.Ordinal);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.True(await opener.EvaluateAsync<bool>("e => e === document.activeElement"), $"{name}: the focus did not come back");
    }

    private static async Task<ILocator> ButtonAsync(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;
        await button.ClickAsync();
        return button;
    }

    private static async Task<ILocator> ButtonAsync(IPage page, Regex name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = name }).First;
        await button.ClickAsync();
        return button;
    }

    private static async Task<ILocator> RowButtonAsync(IPage page, string row, string name)
    {
        var button = page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(row) })
            .GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + name) })
            .First;
        await button.ClickAsync();
        return button;
    }

    /// <summary>The menu goes when one of its items is chosen: the focus returns to the button that opened the menu.</summary>
    private static async Task<ILocator> MenuAsync(IPage page, string unit, string item)
    {
        var more = page.GetByRole(AriaRole.Button, new() { Name = "More for " + unit });
        await more.ClickAsync();
        await page.Locator(".menu-items").GetByRole(AriaRole.Button, new() { Name = item }).ClickAsync();
        return more;
    }
}
