using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>A window before the console, and what went wrong in it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly Uri _gateway;
    private readonly ConcurrentQueue<string> _errors = new();

    public Desk(Uri gateway, IBrowserContext context, IPage page)
    {
        (_gateway, Context, Page) = (gateway, context, page);
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>The browser's context: to cut its network.</summary>
    public IBrowserContext Context { get; }

    /// <summary>What no code of the page caught.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>
    /// Opens a page of somebody who is signed in: the tab has a token of the gateway, as after a sign-in by the form. The form has tests of
    /// its own. Waits until the feed is live, unless the role has none.
    /// </summary>
    public async Task SignInAsync(Words words, string subject, string role, string at = "/", bool hasFeed = true)
    {
        using var http = new HttpClient { BaseAddress = _gateway };
        var token = await DevSignIn.TokenAsync(http, subject, role);
        var person = new { token, subject, roles = new[] { role }, unitId = (string?)null, station = (string?)null, via = "dev" };
        // Once a tab: a sign-out in the page is one. A page in a sandbox has no storage.
        await Context.AddInitScriptAsync(
            $$"""
            try {
              if (!sessionStorage.getItem('test.signedIn')) {
                sessionStorage.setItem('test.signedIn', 'true');
                sessionStorage.setItem('tocsin.session', JSON.stringify({ expiresAt: null, ...{{JsonSerializer.Serialize(person)}} }));
              }
            } catch {}
            """);
        await Page.GotoAsync(at);
        if (hasFeed)
            await LiveAsync(words);
    }

    /// <summary>Signs in by the page's own form.</summary>
    public async Task SignInByFormAsync(Words words, string subject, string role)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel(words.Name, new PageGetByLabelOptions { Exact = true }).FillAsync(subject);
        await Page.GetByLabel(words.Role, new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(role);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words.SignIn, Exact = true }).ClickAsync();
        await LiveAsync(words);
    }

    /// <summary>Shows another screen within the page, as a link of it does.</summary>
    public Task FollowAsync(string path) =>
        Page.EvaluateAsync("path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }", path);

    /// <summary>Until what it shows stays as it is: a screen's code and its data come after the page.</summary>
    public async Task SettleAsync()
    {
        var (before, now) = ("", "");
        for (var i = 0; i < 40 && (now.Length == 0 || now != before); i++)
        {
            await Task.Delay(250);
            (before, now) = (now, await Page.Locator("main").First.AriaSnapshotAsync());
        }
    }

    /// <summary>Signs a unit in on its telephone, in Chinese.</summary>
    public async Task SignInUnitAsync(string unit, string name)
    {
        await Page.GotoAsync("/unit");
        await Page.GetByLabel("警力").FillAsync(unit);
        await Page.GetByLabel(Words.Chinese.Name).FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = Words.Chinese.SignIn, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = unit }).WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private Task LiveAsync(Words words) =>
        Page.GetByText(words.Live, new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
}
