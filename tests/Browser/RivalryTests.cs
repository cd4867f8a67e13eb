using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>Two dispatchers want the same unit: one has it, the other is told who, and is offered the next best.</summary>
public sealed class RivalryTests(Centre centre) : IClassFixture<Centre>
{
    [Fact]
    public async Task Whoever_comes_second_is_told_who_holds_the_unit()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var (first, second) = (await IncidentAsync(dispatcher), await IncidentAsync(dispatcher));
        await using var wang = await centre.DeskAsync(centre.First, "en-US");
        await wang.SignInAsync(Words.English, "wang", "dispatcher");
        await wang.Page.GotoAsync("/incidents/" + second.Id);
        await wang.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(second.Number) }).WaitForAsync();

        // Just now somebody else was faster.
        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"incidents/{first.Id}/assignments", new { unitIds = new[] { "P05" } });
        var field = wang.Page.Locator("header").GetByRole(AriaRole.Combobox);
        await field.FillAsync("as . P05");
        await field.PressAsync("Enter");
        await wang.Page.GetByText(new Regex($"P05.*{first.Number[^4..]}", RegexOptions.Singleline)).First.WaitForAsync();
        var looker = await dispatcher.GetStringAsync("incidents/" + second.Id);
        Assert.DoesNotContain("P05", looker, StringComparison.Ordinal);
        Assert.Empty(wang.Errors);
    }

    private static async Task<(string Id, string Number)> IncidentAsync(HttpClient dispatcher)
    {
        var theft = new { category = "theft", priority = 2, location = new { lat = 36.54, lon = 113.05 } };
        var made = await Centre.DoAsync(dispatcher, HttpMethod.Post, "incidents", theft);
        return (made.GetProperty("id").GetString()!, made.GetProperty("number").GetString()!);
    }
}
