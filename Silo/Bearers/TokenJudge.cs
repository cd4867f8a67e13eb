using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Secrets;

namespace Tocsin.Bearers;

/// <summary>Judges tokens: those of the provider by its keys, development tokens by the cluster's own.</summary>
internal sealed class TokenJudge : ITokenJudge
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly BearerSettings _settings;
    private readonly ProviderKeys? _keys;
    private readonly TokenValidationParameters? _development;
    private readonly TimeProvider _time;
    private volatile Rule? _provider;

    /// <summary>Makes it.</summary>
    /// <param name="settings">What tokens are good.</param>
    /// <param name="ring">The keys of the deployment.</param>
    /// <param name="time">The clock that judges their times.</param>
    /// <param name="keys">The provider's keys; null: there is no provider.</param>
    public TokenJudge(BearerSettings settings, IKeyRing ring, TimeProvider time, ProviderKeys? keys = null)
    {
        (_settings, _keys, _time) = (settings, keys, time);
        if (!settings.DevTokensAllowed)
            return;
        _development = TokenForm.OfDevelopment();
        _development.LifetimeValidator = IsOfNow;
        _development.IssuerSigningKey = new SymmetricSecurityKey(ring.KeyFor(KeyPurpose.DevToken));
    }

    /// <inheritdoc/>
    public async ValueTask<JudgedToken> JudgeAsync(string token)
    {
        if (Parse(token) is not { } parsed)
            return JudgedToken.Refused(BearerFault.BadToken);
        if (parsed.Issuer == TokenForm.DevelopmentIssuer)
        {
            return _development is null
                ? JudgedToken.Refused(BearerFault.BadToken)
                : await JudgeAsync(parsed, _development, ProviderSettings.DefaultRoleClaim);
        }

        if (_keys is null)
            return JudgedToken.Refused(BearerFault.BadToken);
        if (_keys.Known is not { } known || !_keys.Has(parsed.Kid is { Length: > 0 } id ? id : null))
        {
            _keys.Want();
            throw new TokenNotJudgedException();
        }

        return await JudgeAsync(parsed, RuleOf(known).Valid, _settings.Provider!.RoleClaim);
    }

    // Made once for the keys of each time that they are read.
    private Rule RuleOf(OpenIdConnectConfiguration keys)
    {
        if (_provider is { } rule && rule.Keys == keys)
            return rule;
        var valid = TokenForm.OfProvider(_settings.Provider!.Audience);
        valid.ValidIssuer = keys.Issuer;
        valid.IssuerSigningKeys = keys.SigningKeys;
        valid.LifetimeValidator = IsOfNow;
        return _provider = new Rule(keys, valid);
    }

    private static JsonWebToken? Parse(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (ArgumentException)
        {
            // No token at all.
            return null;
        }
    }

    private async ValueTask<JudgedToken> JudgeAsync(JsonWebToken token, TokenValidationParameters valid, string roleClaim)
    {
        var result = await Handler.ValidateTokenAsync(token, valid);
        if (!result.IsValid)
            return JudgedToken.Refused(IsOver(token) ? BearerFault.Expired : BearerFault.BadToken);
        return TokenForm.HasGoodForm(token) && TokenForm.ClaimsOf(result.ClaimsIdentity, roleClaim) is { } claims
            ? new JudgedToken(claims, Utc(token.ValidTo) + TokenForm.ClockSkew)
            : JudgedToken.Refused(BearerFault.BadToken);
    }

    private bool IsOver(JsonWebToken token) =>
        token.ValidTo != DateTime.MinValue && Utc(token.ValidTo) + TokenForm.ClockSkew <= _time.GetUtcNow();

    // The library's own asks the machine's clock.
    private bool IsOfNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow();
        return expires is { } end && now < Utc(end) + parameters.ClockSkew
            && (notBefore is not { } start || Utc(start) - parameters.ClockSkew <= now);
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private sealed record Rule(OpenIdConnectConfiguration Keys, TokenValidationParameters Valid);
}
