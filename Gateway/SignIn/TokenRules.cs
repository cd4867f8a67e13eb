using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Tocsin.Bearers;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// What a provider's token must be at this gateway, beyond what <see cref="TokenForm"/> asks of it: not older than
/// <c>Tocsin:Jwt:MaxLifetime</c>, and of a sign-in that is strong enough (<c>Tocsin:Jwt:Acr</c>).
/// </summary>
internal sealed class TokenRules(GatewayOptions options, TimeProvider time)
{
    private readonly Dictionary<string, (DateTimeOffset FirstSeen, DateTimeOffset Expires)> _undated = new(StringComparer.Ordinal);

    /// <summary>When a provider's token ends here: by itself, or as it may not be older; null: it has ended, or is not of now.</summary>
    public DateTimeOffset? EndOf(JsonWebToken token, Caller caller)
    {
        var now = time.GetUtcNow();
        var longest = IsMachine(caller)
            ? options.Tokens.MaxMachineLifetime
            : options.Tokens.MaxLifetime;
        var expires = Utc(token.ValidTo);
        var issued = IssuedAt(token);
        if (issued > now + GatewayLimits.TokenClockSkew)
            return null;
        // One that ends by itself in time need not be remembered.
        issued ??= expires - now <= longest ? now : FirstSeen(token, now, expires);
        var end = issued + longest;
        return end is null || end <= now ? null : end < expires ? end : expires;
    }

    /// <summary>
    /// Whether a person signed in as strongly as <c>Tocsin:Jwt:Acr</c> demands: the token's <c>acr</c> is one of its words, or none are
    /// demanded.
    /// </summary>
    public bool IsStrong(JsonWebToken token, Caller caller)
    {
        if (options.Tokens.Acr.Count == 0 || IsMachine(caller))
            return true;
        using var payload = TokenForm.PayloadOf(token);
        return payload.RootElement.TryGetProperty("acr", out var claim) && claim.ValueKind == JsonValueKind.String
            && options.Tokens.Acr.Contains(claim.GetString(), StringComparer.Ordinal);
    }

    private bool IsMachine(Caller caller) => caller.IsFeederOnly || options.Tokens.Machines.Contains(caller.Subject);

    /// <summary>A time of a token.</summary>
    public static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    // What cannot be a time in seconds counts as one that is far ahead: the token is not of now.
    private static DateTimeOffset? IssuedAt(JsonWebToken token)
    {
        using var payload = TokenForm.PayloadOf(token);
        if (!payload.RootElement.TryGetProperty("iat", out var claim) || claim.ValueKind == JsonValueKind.Null)
            return null;
        return claim.ValueKind == JsonValueKind.Number && claim.TryGetDouble(out var seconds)
            && seconds >= 0 && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : DateTimeOffset.MaxValue;
    }

    private DateTimeOffset? FirstSeen(JsonWebToken token, DateTimeOffset now, DateTimeOffset expires)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token.EncodedToken)));
        lock (_undated)
        {
            if (_undated.TryGetValue(digest, out var known))
                return known.FirstSeen;
            if (_undated.Count >= GatewayLimits.UndatedTokensMax)
            {
                foreach (var (old, _) in _undated.Where(t => t.Value.Expires <= now).ToArray())
                    _undated.Remove(old);
            }

            if (_undated.Count >= GatewayLimits.UndatedTokensMax)
                return null;
            _undated[digest] = (now, expires);
            return now;
        }
    }
}
