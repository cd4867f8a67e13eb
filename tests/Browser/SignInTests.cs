using Tocsin.Tests.Browser.Harness;

namespace Tocsin.Tests.Browser;

/// <summary>Where a shift begins.</summary>
[Collection(typeof(Centre.Common))]
public sealed class SignInTests(Centre centre)
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public async Task A_dispatcher_signs_in_in_the_browsers_language_and_is_live(string language)
    {
        var words = language == "en-US" ? Words.English : Words.Chinese;
        await using var desk = await centre.DeskAsync(centre.First, language);
        await desk.Page.GotoAsync("/");
        await desk.SettleAsync();
        Assert.Empty(await Axe.ViolationsAsync(desk.Page));
        await desk.SignInByFormAsync(words, "wang", "dispatcher");
        await desk.SettleAsync();
        Assert.Empty(await Axe.ViolationsAsync(desk.Page));
        Assert.Empty(desk.Errors);
    }
}
