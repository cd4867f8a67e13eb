using System.Security.Claims;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Tests.GatewayTests.SignIn;

public sealed class TokenCacheTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CallerPrincipal _wang;
    private readonly TokenCache _cache;

    public TokenCacheTests()
    {
        _cache = new TokenCache(_time);
        var identity = new ClaimsIdentity([new Claim("sub", "wang"), new Claim("roles", "admin")], "test");
        _wang = new CallerPrincipal(identity, Caller.Of(identity, "roles")!, DateTimeOffset.MaxValue, isDevelopment: true);
    }

    [Fact]
    public void A_token_is_believed_for_a_minute_and_then_looked_at_again()
    {
        _cache.Remember("t", "oidc", _wang, _time.GetUtcNow().AddHours(1));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(_wang, _cache.Find("t", "oidc"));
        Assert.Equal("oidc", _cache.SchemeOf("t"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_cache.Find("t", "oidc"));
        Assert.Null(_cache.SchemeOf("t"));
    }

    [Fact]
    public void A_token_is_not_believed_beyond_its_own_end()
    {
        _cache.Remember("t", "oidc", _wang, _time.GetUtcNow().AddSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(_cache.Find("t", "oidc"));
    }

    [Fact]
    public void A_token_of_one_kind_is_never_taken_for_the_other()
    {
        _cache.Remember("t", "oidc", _wang, _time.GetUtcNow().AddHours(1));
        Assert.Null(_cache.Find("t", "development"));
    }

    [Fact]
    public void It_does_not_grow_for_ever()
    {
        for (var i = 0; i <= GatewayLimits.RememberedTokensMax; i++)
            _cache.Remember("t" + i, "oidc", _wang, _time.GetUtcNow().AddHours(1));
        Assert.Null(_cache.Find("t0", "oidc"));
        Assert.Same(_wang, _cache.Find("t" + GatewayLimits.RememberedTokensMax, "oidc"));
    }
}
