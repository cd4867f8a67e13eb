using Tocsin.Bearers;
using Tocsin.Commands;

namespace Tocsin.Tests.Rules.Bearers;

/// <summary>A token is known until it ends, and not more than a limit of them.</summary>
public class KnownTokensTests
{
    private static readonly TokenClaims Wang = new("wang", new HashSet<string> { Roles.Dispatcher }, null, null);
    private readonly MovedTime _time = new();

    [Fact]
    public void A_token_is_known_until_it_ends()
    {
        var known = new KnownTokens(_time);
        known.Remember("a", Wang, _time.GetUtcNow().AddMinutes(1));
        Assert.Same(Wang, known.Find("a"));
        Assert.Null(known.Find("b"));
        _time.Move(TimeSpan.FromMinutes(1));
        Assert.Null(known.Find("a"));
        Assert.Equal(0, known.Count);
    }

    [Fact]
    public void There_are_never_more_than_the_limit()
    {
        var known = new KnownTokens(_time);
        for (var i = 0; i <= BearerLimits.KnownTokensMax; i++)
        {
            known.Remember($"{i}", Wang, _time.GetUtcNow().AddMinutes(1));
            known.Remember($"{i}", Wang, _time.GetUtcNow().AddMinutes(1));
        }

        Assert.InRange(known.Count, 0, BearerLimits.KnownTokensMax);
        known.Remember("last", Wang, _time.GetUtcNow().AddMinutes(1));
        Assert.Same(Wang, known.Find("last"));
    }
}
