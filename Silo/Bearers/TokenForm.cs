using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.Text;

namespace Tocsin.Bearers;

/// <summary>
/// What a good token looks like, for gateways and silos alike. Development tokens (HMAC, our key, our issuer) and those of an OIDC provider
/// (signatures only, its keys, its issuer and our audience) share no key and no algorithm, so that one can never be taken for the other.
/// </summary>
public static class TokenForm
{
    /// <summary>Who issues development tokens.</summary>
    public const string DevelopmentIssuer = "tocsin-dev";

    /// <summary>How far the clock of a token's issuer may differ: 30 s.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly string[] SignatureAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Of development tokens; the key is added to it.</summary>
    public static TokenValidationParameters OfDevelopment() => new()
    {
        ValidIssuer = DevelopmentIssuer,
        ValidateAudience = false,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        ClockSkew = ClockSkew,
    };

    /// <summary>Of the provider's tokens; its keys and its issuer are added to it.</summary>
    /// <param name="audience">The audience that they must have.</param>
    public static TokenValidationParameters OfProvider(string audience) => new()
    {
        ValidAlgorithms = SignatureAlgorithms,
        RequireExpirationTime = true,
        ValidateAudience = true,
        ValidAudience = audience,
        ClockSkew = ClockSkew,
    };

    /// <summary>What a token says of its person; null when it has no valid <c>sub</c>.</summary>
    /// <param name="identity">The claims of the token.</param>
    /// <param name="roleClaim">The claim with the roles.</param>
    public static TokenClaims? ClaimsOf(ClaimsIdentity identity, string roleClaim)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.FindFirst("sub")?.Value is not { Length: >= 1 and <= ContractLimits.SubjectMax } subject || !IsClean(subject))
            return null;
        var unit = identity.FindFirst("unit_id")?.Value;
        var station = identity.FindFirst("station")?.Value;
        return new TokenClaims(
            subject,
            identity.FindAll(roleClaim).Select(c => c.Value).Where(TokenClaims.KnownRoles.Contains).ToHashSet(StringComparer.Ordinal),
            EntityIdRule.IsValid(unit) ? UnitId.Of(unit) : null,
            station is { Length: >= 1 and <= ContractLimits.WordMax } && IsClean(station) ? station : null);
    }

    private static bool IsClean(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && WellFormed.IsWellFormed(text);
}
