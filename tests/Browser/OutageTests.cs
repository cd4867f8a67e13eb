using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>What a desk did while its gateway was away, and others went on.</summary>
[Collection(typeof(ClusterCentre.Shared))]
public sealed class OutageTests(ClusterCentre centre)
{
    [Fact]
    public async Task After_an_outage_a_refused_command_is_named_and_what_waits_can_be_cancelled()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var (first, second) = (await Scene.IncidentAsync(dispatcher, "盗窃"), await Scene.IncidentAsync(dispatcher, "火警"));
        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher");
        var page = desk.Page;
        await centre.First.KillAsync();
        await page.GetByText("Gateway lost").First.WaitForAsync();
        var field = page.Locator("header").GetByRole(AriaRole.Combobox);
        foreach (var line in new[] { $"as {second.Spoken} P06", $"note {first.Spoken} never mind" })
        {
            await field.FillAsync(line);
            await field.PressAsync("Enter");
        }

        // One is cancelled; the other is refused, because somebody else sent the unit meanwhile.
        await page.GetByRole(AriaRole.Button, new() { Name = "2 commands wait to be sent" }).ClickAsync();
        var dialog = page.Locator("dialog[open]");
        await dialog.GetByText($"Assign P06 to {second.Spoken}: 火警, 太行路 12 号").WaitForAsync();
        await dialog.Locator("li", new() { HasText = "never mind" }).GetByRole(AriaRole.Button, new() { Name = "Cancel it" }).ClickAsync();
        await Assertions.Expect(dialog.Locator("li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Scene.SendAsync(dispatcher, first, "P06");
        centre.First.Start();
        await centre.First.ReadyAsync();
        await page.GetByText($"Refused: Assign P06 to {second.Spoken}: 火警, 太行路 12 号").WaitForAsync();
        Assert.Equal(0, await Scene.CountAsync(dispatcher, first, "NoteAdded"));
        await Scene.CloseAsync(dispatcher, first);
        Assert.Empty(desk.Errors);
    }
}
