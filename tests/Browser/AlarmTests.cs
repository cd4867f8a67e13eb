using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>The bar of alarms: it is on every screen, and says the same there.</summary>
public sealed class AlarmTests(Centre centre) : IClassFixture<Centre>
{
    private static readonly string[] s_screens = ["/", "/calls", "/units", "/map", "/directives", "/late", "/replay", "/reports"];

    [Fact]
    public async Task An_officer_in_distress_is_on_every_screen_until_somebody_has_seen_it()
    {
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "wang", "supervisor");
        await using var phone = await centre.DeskAsync(centre.First, "zh-CN", phone: true);
        await phone.SignInUnitAsync("P04", "Li");

        using var officer = await centre.AsAsync("unit", "P04");
        var raised = await Centre.DoAsync(officer, HttpMethod.Post, "units/P04/panic", new { });
        await phone.Page.GetByText("尚无人确认看到").WaitForAsync();
        foreach (var screen in s_screens)
        {
            await desk.FollowAsync(screen);
            await Bar(desk).GetByText("P04 in distress").WaitForAsync();
            await Bar(desk).GetByText("Nobody has confirmed it").WaitForAsync();
        }

        await Bar(desk).GetByRole(AriaRole.Button, new() { Name = "I see it" }).ClickAsync();
        await Bar(desk).GetByText("Seen by wang").WaitForAsync();
        await phone.Page.GetByText(new Regex("wang 已看到")).WaitForAsync();
        Assert.Empty(desk.Errors);

        // The other tests of this centre look at the same bar, where it would soon stand as an incident that nobody is on.
        using var dispatcher = await centre.AsAsync("dispatcher");
        var path = $"incidents/{raised.GetProperty("id").GetString()}/closure";
        await Centre.DoAsync(dispatcher, HttpMethod.Post, path, new { disposition = "settled" });
    }

    [Fact]
    public async Task Whoever_nobody_was_sent_to_is_in_the_bar_of_every_screen_and_the_list_leads_there()
    {
        using var dispatcher = await centre.AsAsync("dispatcher");
        // Received five minutes ago: beyond every limit of its priority, and not yet historic.
        var occurredAt = DateTimeOffset.UtcNow.AddMinutes(-5);
        var made = await Centre.DoAsync(dispatcher, HttpMethod.Post, "incidents", new { category = "knife", priority = 1, occurredAt });
        var number = made.GetProperty("number").GetString()![^4..];

        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "zhou", "dispatcher");
        foreach (var screen in s_screens.Where(s => s is not "/reports"))
        {
            await desk.FollowAsync(screen);
            await Bar(desk).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("nobody on it") }).WaitForAsync();
        }

        await Bar(desk).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("nobody on it") }).ClickAsync();
        await Bar(desk).GetByRole(AriaRole.Link, new() { NameRegex = new Regex(number) }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex($"{number}.*knife") }).WaitForAsync();

        // Somebody is sent: it leaves the bar.
        var path = $"incidents/{made.GetProperty("id").GetString()}/assignments";
        await Centre.DoAsync(dispatcher, HttpMethod.Post, path, new { unitIds = new[] { "P02" } });
        await Assertions.Expect(Bar(desk).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("nobody on it") })).ToHaveCountAsync(0);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_call_that_rings_is_seen_on_the_queue()
    {
        await using var desk = await centre.DeskAsync(centre.Second, "en-US");
        await desk.SignInAsync(Words.English, "sun", "callTaker");
        using var feeder = await centre.AsAsync("feeder");
        var call = await Centre.DoAsync(feeder, HttpMethod.Post, "calls", new { ringingAt = DateTimeOffset.UtcNow });
        await Bar(desk).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("ringing") }).ClickAsync();
        await Bar(desk).GetByRole(AriaRole.Link).First.ClickAsync();
        await desk.Page.WaitForURLAsync($"**/calls/{call.GetProperty("id").GetString()}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).First.ClickAsync();
        await Assertions.Expect(Bar(desk).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("ringing") })).ToHaveCountAsync(0);
    }

    private static ILocator Bar(Desk desk) => desk.Page.GetByRole(AriaRole.Region, new() { Name = "Alarms" });
}
