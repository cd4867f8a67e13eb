using System.Collections.Concurrent;
using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>The API reference: somebody else's script, at the origin in whose storage the token lies.</summary>
[Collection(typeof(Centre.Common))]
public sealed class ReferencePageTests(Centre centre)
{
    [Fact]
    public async Task It_shows_the_document_from_a_sandbox_and_asks_nobody_else()
    {
        await using var desk = await centre.DeskAsync(centre.First, "en-US");
        await desk.SignInAsync(Words.English, "wang", "dispatcher");
        var asked = new ConcurrentQueue<string>();
        desk.Context.Request += (_, request) => asked.Enqueue(request.Url);
        await desk.Page.GotoAsync("/docs/");
        // Its groups are closed at first.
        await desk.Page.GetByText("Incidents", new() { Exact = true }).First.ClickAsync();
        await desk.Page.GetByText("Create an incident").First.WaitForAsync();
        await desk.SettleAsync();

        Assert.Equal("null", await desk.Page.EvaluateAsync<string>("self.origin"));
        var kept = await desk.Page.EvaluateAsync<int>("localStorage.length + (sessionStorage.getItem('tocsin.session') === null ? 0 : 1)");
        Assert.Equal(0, kept);
        Assert.Contains(asked, url => url.EndsWith("/openapi/v1.json", StringComparison.Ordinal));
        Assert.All(asked, url => Assert.StartsWith(centre.First.Url.ToString(), url, StringComparison.Ordinal));
        Assert.Empty(desk.Errors);
    }
}
