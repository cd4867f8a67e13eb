using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>A window before the console, and what went wrong in it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();

    public Desk(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>The browser's context: to cut its network.</summary>
    public IBrowserContext Context => _context;

    /// <summary>What no code of the page caught.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Signs in by the page's own form.</summary>
    public async Task SignInAsync(Words words, string subject, string role)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel(words.Name, new PageGetByLabelOptions { Exact = true }).FillAsync(subject);
        await Page.GetByLabel(words.Role, new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(role);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words.SignIn, Exact = true }).ClickAsync();
        await Page.GetByText(words.Live, new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
    }

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

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
