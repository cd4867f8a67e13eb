using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>A figure of the reports leads to its incidents; likely duplicates are found by what the caller says alone.</summary>
[Collection(typeof(Centre.Common))]
public sealed class FiguresTests(Centre centre)
{
    [Fact]
    public async Task What_never_came_is_counted_on_the_page_and_lists_the_incidents_behind_it()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var location = new { lat = 36.53, lon = 113.05 };
        var made = await Centre.DoAsync(dispatcher, HttpMethod.Post, "incidents", new { category = "theft", priority = 1, location });
        var (id, number) = (made.GetProperty("id").GetString()!, made.GetProperty("number").GetString()!);
        await Centre.DoAsync(dispatcher, HttpMethod.Post, $"incidents/{id}/closure", new { disposition = "nobody went" });

        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        await desk.SignInAsync(Words.English, "zhao", "supervisor", "/reports?interval=response");

        // Other tests of the shared centre may have left incidents that nobody went to: theirs are counted and listed as well.
        await desk.Page.GetByText(new Regex(@"^\W*[1-9]\d* never")).First.WaitForAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Priority 1: never ended") }).ClickAsync();
        var list = desk.Page.GetByRole(AriaRole.Table, new() { Name = "Response, Priority 1: never ended" });
        await list.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(number) }).First.WaitForAsync();
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task While_a_caller_speaks_words_alone_find_the_incident_that_it_is_about()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var made = await Centre.DoAsync(
            dispatcher,
            HttpMethod.Post,
            "incidents",
            new { category = "打架", priority = 1, location = new { address = "东湖大门" }, narrative = "两人持刀伤人" });
        var call = await Centre.DoAsync(dispatcher, HttpMethod.Post, "calls", new { answeredAt = DateTimeOffset.UtcNow });

        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        await desk.SignInAsync(Words.English, "li", "callTaker", "/calls/" + call.GetProperty("id").GetString());
        var likely = desk.Page.GetByRole(AriaRole.Region, new() { Name = "Perhaps the same" });
        await likely.GetByText("Shows as soon as a place or some words are known.").WaitForAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "What is going on" }).FillAsync("持刀伤人");
        await likely.GetByText(made.GetProperty("number").GetString()![^4..]).First.WaitForAsync();

        // Nothing of it agrees: nothing is offered, though it came in the same minute.
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "What is going on" }).FillAsync("楼道漏水");
        await likely.GetByText("Nothing alike in place, words, time and kind.").WaitForAsync();
        await Scene.CloseAsync(dispatcher, new Made(made.GetProperty("id").GetString()!, made.GetProperty("number").GetString()!));
        Assert.Empty(desk.Errors);
    }
}
