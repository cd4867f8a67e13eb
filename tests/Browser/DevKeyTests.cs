using Microsoft.Playwright;
using Tocsin.Tests.Browser.Harness;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Browser;

/// <summary>The address with the key that a gateway prints at its start.</summary>
[Collection(typeof(Centre.Common))]
public sealed class DevKeyTests(Centre centre)
{
    [Fact]
    public async Task One_click_on_the_printed_address_signs_in_and_takes_the_key_out_of_the_address_bar()
    {
        await using var desk = await centre.DeskAsync(centre.First, "en-US", hasKey: false);
        await desk.Page.GotoAsync($"/#key={DevSignIn.Key}");
        await desk.Page.GetByText(Words.English.Live, new() { Exact = true }).First.WaitForAsync();
        await desk.Page.GetByText("wang", new() { Exact = true }).First.WaitForAsync();
        Assert.Equal(centre.First.Url.ToString(), desk.Page.Url);

        // The tab goes on with it: signed out, it asks for no key.
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await desk.Page.GetByLabel(Words.English.Name, new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(desk.Page.GetByLabel("Key", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task Without_a_key_the_form_says_where_it_is_and_takes_the_right_one_only()
    {
        await using var desk = await centre.DeskAsync(centre.First, "en-US", hasKey: false);
        var page = desk.Page;
        await page.GotoAsync("/");
        await page.GetByText("it ends with #key=").WaitForAsync();
        await desk.SettleAsync();
        Assert.Empty(await Axe.ViolationsAsync(page));
        var (key, signIn) = (page.GetByLabel("Key", new() { Exact = true }), page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }));
        await key.FillAsync("a wrong key");
        await signIn.ClickAsync();
        await page.GetByText("The gateway does not take this key").WaitForAsync();
        await key.FillAsync($"{centre.First.Url}#key={DevSignIn.Key}");
        await signIn.ClickAsync();
        await page.GetByText(Words.English.Live, new() { Exact = true }).First.WaitForAsync();
        Assert.Empty(desk.Errors);
    }

    [Fact]
    public async Task A_tab_that_has_the_page_takes_the_address_as_well()
    {
        await using var desk = await centre.DeskAsync(centre.First, "zh-CN", hasKey: false);
        await desk.Page.GotoAsync("/late");
        await desk.Page.GetByLabel("密钥").WaitForAsync();
        await desk.Page.EvaluateAsync("key => { location.hash = 'key=' + key; }", DevSignIn.Key);
        await desk.Page.GetByText(Words.Chinese.Live, new() { Exact = true }).First.WaitForAsync();
        Assert.EndsWith("/late", desk.Page.Url, StringComparison.Ordinal);
        Assert.Empty(desk.Errors);
    }
}
