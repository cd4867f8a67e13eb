using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>A sign-in that ends in the middle of a sentence.</summary>
[Collection(typeof(Centre.Common))]
public sealed class RenewalTests(Centre centre)
{
    [Fact]
    public async Task It_is_renewed_over_the_open_dialog_and_what_was_typed_is_sent_once()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "盗窃");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        var page = desk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("He has a knife");

        var ended = true;
        await page.RouteAsync("**/api/v1/**", route => ended ? RefuseAsync(route) : route.ContinueAsync());
        await page.Keyboard.PressAsync("Control+Enter");
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Sign in again as li · Dispatcher" });
        await again.WaitForAsync();

        // Under it the dialog with the words is still open.
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync("He has a knife");
        ended = false;
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "NoteAdded"));
        await page.GetByText("Live", new() { Exact = true }).First.WaitForAsync();
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task One_refusal_signs_nobody_out_because_the_provider_may_have_changed_its_key()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        var incident = await Scene.IncidentAsync(dispatcher, "盗窃");
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "li", "dispatcher", "/incidents/" + incident.Id);
        var page = desk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).WaitForAsync();
        var refused = 0;
        await page.RouteAsync(
            "**/api/v1/incidents/*/notes",
            route => Interlocked.Increment(ref refused) == 1 ? RefuseAsync(route) : route.ContinueAsync());
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("He has a knife");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(2, refused);
        Assert.Equal(1, await Scene.CountAsync(dispatcher, incident, "NoteAdded"));
        await Assertions.Expect(page.GetByText("Your sign-in has ended")).ToHaveCountAsync(0);
        await Scene.CloseAsync(dispatcher, incident);
        Assert.Empty(desk.Errors);
    }

    private static Task RefuseAsync(IRoute route) => route.FulfillAsync(new()
    {
        Status = 401,
        ContentType = "application/problem+json",
        Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"invalid_token\"" },
        Body = """{"code": "unauthenticated", "title": "Not signed in"}""",
    });
}
