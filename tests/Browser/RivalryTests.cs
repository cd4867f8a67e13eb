using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>Two dispatchers want the same unit: one has it, the other is told who, and is offered the next best.</summary>
[Collection(typeof(Centre.Common))]
public sealed class RivalryTests(Centre centre)
{
    [Fact]
    public async Task Whoever_comes_second_is_told_who_holds_the_unit()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var (first, second) = (await Scene.IncidentAsync(dispatcher, "theft"), await Scene.IncidentAsync(dispatcher, "theft"));
        var unit = await centre.UnitAsync();
        await using var wang = await centre.DeskAsync(centre.First, "en-US");
        await wang.SignInAsync(Words.English, "wang", "dispatcher", "/incidents/" + second.Id);
        await wang.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(second.Number) }).WaitForAsync();

        // Just now somebody else was faster.
        await Scene.SendAsync(dispatcher, first, unit);
        var field = wang.Page.Locator("header").GetByRole(AriaRole.Combobox);
        await field.FillAsync("as . " + unit);
        await field.PressAsync("Enter");
        await wang.Page.GetByText(new Regex($"{unit}.*{first.Spoken}", RegexOptions.Singleline)).First.WaitForAsync();
        var looker = await dispatcher.GetStringAsync("incidents/" + second.Id);
        Assert.DoesNotContain(unit, looker, StringComparison.Ordinal);
        await Scene.CloseAsync(dispatcher, first);
        await Scene.CloseAsync(dispatcher, second);
        Assert.Empty(wang.Errors);
    }
}
