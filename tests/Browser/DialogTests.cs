using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>
/// Every dialog of the desk, opened and typed into at once: the words go into its field, no key closes it, nothing that was typed goes
/// without a question, and the focus returns to what opened it.
/// </summary>
[Collection(typeof(Centre.Common))]
public sealed class DialogTests(Centre centre)
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
        var (unit, idle) = (await centre.UnitAsync(), await centre.UnitAsync());
        await Scene.SendAsync(dispatcher, worked, unit, "onScene", past.AddMinutes(1));
        var late = await Scene.IncidentAsync(dispatcher, "盗窃", past);
        await Scene.SendAsync(dispatcher, late, await centre.UnitAsync(), occurredAt: past.AddMinutes(1));
        var closed = await Scene.IncidentAsync(dispatcher, "咨询");
        await Scene.CloseAsync(dispatcher, closed);
        using var supervisor = await centre.AsAsync("supervisor");
        var order = new { to = new[] { new { subject = "zhao" } }, kind = "verify", text = "Find out whether the shop has a camera." };
        await Centre.DoAsync(supervisor, HttpMethod.Post, "directives", order);

        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor", "/incidents/" + worked.Id);
        var page = desk.Page;
        foreach (var button in new[] { "Note", "Edit", "Link", "Conclude", "Add feedback", "Settled without a unit" })
            await TypeAtOnceAsync(page, button, () => ButtonAsync(page, button));
        foreach (var item in new[] { "Add feedback", "Divert" })
            await TypeAtOnceAsync(page, $"{unit}: {item}", () => MenuAsync(page, unit, item));

        await desk.FollowAsync("/incidents/" + closed.Id);
        await TypeAtOnceAsync(page, "Reopen", () => ButtonAsync(page, "Reopen"));

        await desk.FollowAsync("/units");
        await TypeAtOnceAsync(page, "Message", () => ButtonAsync(page, "Message to " + idle));
        await TypeAtOnceAsync(page, "Out of service", () => RowButtonAsync(page, idle, "Out of service"));

        await desk.FollowAsync("/late");
        foreach (var act in new[] { "Urge", "Supervise" })
            await TypeAtOnceAsync(page, act, () => RowButtonAsync(page, late.Spoken, act));

        await desk.FollowAsync("/directives");
        foreach (var deed in new[] { "Report", "Refuse", "Urge" })
            await TypeAtOnceAsync(page, deed, () => ButtonAsync(page, new Regex($"^{deed} ")));
        await Scene.CloseAsync(dispatcher, worked);
        await Scene.CloseAsync(dispatcher, late);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_key_opens_a_dialog_and_the_next_keys_are_in_it_and_a_reload_loses_nothing()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "噪音");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        var page = desk.Page;
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
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_unit_that_is_sent_from_the_map_or_dropped_on_the_queue_goes_only_by_a_yes()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "纠纷");
        var (dropped, sent) = (await centre.UnitAsync(), await centre.UnitAsync());
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;
        var dialog = page.Locator("dialog[open]");

        // At this width the units are folded; unfolded they lie beside the queue.
        await page.Locator(".pane-buttons").GetByRole(AriaRole.Button, new() { Name = "Units" }).ClickAsync();
        var unit = page.Locator(".unit-strip [draggable=true]").Filter(new() { HasText = dropped });
        var row = page.Locator("#q-" + incident.Id);
        await unit.DragToAsync(row);
        await dialog.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "UnitAssigned"));
        await unit.DragToAsync(row);
        await dialog.GetByText(dropped).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "UnitAssigned"));

        await desk.FollowAsync("/map?incident=" + incident.Id);
        await page.GetByLabel("Assign a unit").SelectOptionAsync(sent);
        await page.Locator(".map-card").GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await dialog.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(2, await Scene.CountAsync(dispatcher, incident, "UnitAssigned"));
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_time_is_corrected_as_it_stands_taken_away_only_by_a_yes_and_filled_in_when_all_is_closed()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "火警");
        var unit = await centre.UnitAsync();
        await Scene.SendAsync(dispatcher, incident, unit, "onScene");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor", "/incidents/" + incident.Id);
        var page = desk.Page;
        await MenuAsync(page, unit, "Correct a time");
        var dialog = page.Locator("dialog[open]");
        var (stage, time) = (dialog.GetByLabel("Stage"), dialog.GetByLabel("Time", new() { Exact = true }));
        var (reason, save) = (dialog.GetByLabel("Reason"), dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        var onSceneAt = (await AssignmentAsync(dispatcher, incident)).GetProperty("onSceneAt").GetDateTimeOffset();
        await Assertions.Expect(stage).ToHaveValueAsync("onScene");
        await Assertions.Expect(time).ToHaveValueAsync(Wall(onSceneAt));

        // A reason alone takes nothing away.
        await reason.FillAsync("wrong press");
        await save.ClickAsync();
        await dialog.GetByText("This time stands there already").WaitForAsync();
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));

        await dialog.GetByLabel(new Regex("did not happen")).CheckAsync();
        await save.ClickAsync();
        await dialog.GetByText(new Regex("takes “On scene” at .* away from " + unit)).WaitForAsync();
        Assert.Equal(0, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Yes, do it" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));
        var arrived = onSceneAt.AddSeconds(1);
        await PassedAsync(arrived.AddSeconds(1));
        await Scene.CloseAsync(dispatcher, incident);
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^{unit} Cleared") }).WaitForAsync();

        // What nobody reported is filled in, up to the end of the assignment.
        await MenuAsync(page, unit, "Correct a time");
        await stage.SelectOptionAsync("onScene");
        await dialog.GetByText("Nobody reported it").WaitForAsync();
        await time.FillAsync(Wall(onSceneAt.AddHours(1)));
        await reason.FillAsync("not pressed");
        await save.ClickAsync();
        await dialog.GetByText("The assignment was over at").WaitForAsync();
        await time.FillAsync(Wall(arrived));
        await save.ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(
            Wall(arrived), Wall((await AssignmentAsync(dispatcher, incident)).GetProperty("onSceneAt").GetDateTimeOffset()));

        // When it was over is corrected, and cannot be taken away.
        await MenuAsync(page, unit, "Correct a time");
        await Assertions.Expect(stage).ToHaveValueAsync("cleared");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        var left = (await AssignmentAsync(dispatcher, incident)).GetProperty("clearedAt").GetDateTimeOffset().AddSeconds(1);
        await PassedAsync(left);
        await time.FillAsync(Wall(left));
        await reason.FillAsync("left later");
        await save.ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(2, await Scene.CountAsync(dispatcher, incident, "StageCorrected"));

        await MenuAsync(page, unit, "Add feedback");
        await dialog.GetByLabel("Outcome").FillAsync("put out");
        await save.ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.GetByText(unit + " · put out").WaitForAsync();
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "FeedbackGiven"));
        Assert.Empty(desk.Errors);
    }

    /// <summary>Waits until a time is over, so that a correction to it is not one to the future.</summary>
    private static async Task PassedAsync(DateTimeOffset at)
    {
        while (at - DateTimeOffset.UtcNow is { Ticks: > 0 } left)
            await Task.Delay(left);
    }

    /// <summary>A time as a field of the dialog shows it: the centre of the tests is in UTC.</summary>
    private static string Wall(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}";

    private static async Task<JsonElement> AssignmentAsync(HttpClient http, Made incident) =>
        (await Scene.ReadAsync(http, incident)).GetProperty("assignments")[0];

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
