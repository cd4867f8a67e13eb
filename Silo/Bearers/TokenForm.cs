using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Commands;
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

    // Of access tokens; a provider that types its tokens gives others to what is no access token (an id token, a logout token).
    private static readonly string[] Types = ["JWT", "at+jwt"];

    // They name the one unit or station that a person acts for.
    private static readonly string[] SingleClaims = ["unit_id", "station"];

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

    /// <summary>Whether a token, whose signature is good, is an access token with claims of the right form.</summary>
    public static bool HasGoodForm(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Typ is { Length: > 0 } type && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            return false;
        using var payload = PayloadOf(token);
        foreach (var name in SingleClaims)
        {
            if (payload.RootElement.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Array)
                return false;
        }

        return true;
    }

    /// <summary>What a token says, as JSON.</summary>
    public static JsonDocument PayloadOf(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
    }

    /// <summary>What a token says of its person; null when it has no valid <c>sub</c>, or the system's.</summary>
    /// <param name="identity">The claims of the token.</param>
    /// <param name="roleClaim">The claim with the roles.</param>
    public static TokenClaims? ClaimsOf(ClaimsIdentity identity, string roleClaim)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.FindFirst("sub")?.Value is not { Length: >= 1 and <= ContractLimits.SubjectMax } given || !IsClean(given))
            return null;
        // Blanks around a name would make two persons of one, and two keys of one command.
        var subject = given.Trim();
        if (IsSystem(subject))
            return null;
        var unit = identity.FindFirst("unit_id")?.Value;
        var station = identity.FindFirst("station")?.Value;
        return new TokenClaims(
            subject,
            identity.FindAll(roleClaim).Select(c => c.Value).Where(TokenClaims.KnownRoles.Contains).ToHashSet(StringComparer.Ordinal),
            EntityIdRule.IsValid(unit) ? UnitId.Of(unit) : null,
            station is { Length: >= 1 and <= ContractLimits.WordMax } && IsClean(station) ? station : null);
    }

    /// <summary>Whether it is the name under which the system itself stands in trails.</summary>
    public static bool IsSystem(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Trim().Equals(Actor.System.Subject, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsClean(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && WellFormed.IsWellFormed(text);
}
