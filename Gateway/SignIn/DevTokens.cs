using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Bearers;
using Tocsin.Calling;
using Tocsin.Secrets;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Development tokens: signed with a key of the cluster, which a gateway asks for once (it has no database), so that a token is valid on
/// every gateway and after a restart.
/// </summary>
internal sealed class DevTokens(IGrainFactory grains, GrainCaller caller, TimeProvider time)
{
    /// <summary>Who issues them.</summary>
    public const string Issuer = TokenForm.DevelopmentIssuer;

    private static readonly JsonWebTokenHandler Handler = new();

    private SymmetricSecurityKey? _key;

    /// <summary>Whether the key is known: then <see cref="Key"/> asks nobody.</summary>
    public bool HasKey => _key is not null;

    /// <summary>The key.</summary>
    /// <exception cref="ClusterUnavailableException">No silo answers, or the silos allow no development tokens.</exception>
    public async ValueTask<SymmetricSecurityKey> Key(CancellationToken cancellation) => _key ??= await AskAsync(cancellation);

    private async Task<SymmetricSecurityKey> AskAsync(CancellationToken cancellation)
    {
        var key = await caller.Call(CallPolicy.Read, _ => grains.GetGrain<IKeysGrain>(0).DevTokenKey(), cancellation);
        return key.Length > 0
            ? new SymmetricSecurityKey(key)
            : throw new ClusterUnavailableException("The silos allow no development tokens: Tocsin:DevTokens is not set there.");
    }

    /// <summary>Makes a token, with its time of expiry.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> Make(DevTokenRequest request, CancellationToken cancellation)
    {
        var key = await Key(cancellation);
        var now = time.GetUtcNow();
        // A token's times are whole seconds.
        var expires = DateTimeOffset.FromUnixTimeSeconds((now + GatewayLimits.DevTokenLifetime).ToUnixTimeSeconds());
        var claims = new Dictionary<string, object> { ["sub"] = request.Subject, ["roles"] = request.Role };
        if (request.Unit is { } unit)
            claims["unit_id"] = unit.Value;
        if (request.Station is { } station)
            claims["station"] = station;
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return (token, expires);
    }
}
