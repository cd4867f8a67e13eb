using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Recording;

/// <summary>
/// Records a sign-in: a token that is used at this gateway for the first time. The provider signs people in by itself; this is the moment
/// from which the token opens something here. It stands behind the sign-in.
/// </summary>
internal sealed class SignInMiddleware(RequestDelegate next, AccessLog log)
{
    private readonly ConcurrentDictionary<Int128, bool> _seen = new();
    private int _count;

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.User is CallerPrincipal { IsSeen: false } principal && SignInSetup.TokenOf(http) is { } token)
        {
            principal.IsSeen = true;
            if (IsNew(token))
                log.Add(AccessMiddleware.Of(http, AccessWords.SignIn) with { Role = principal.Caller.Role });
        }

        return next(http);
    }

    // Bounded: once it is full, each token in use is recorded once more.
    private bool IsNew(string token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), digest);
        if (!_seen.TryAdd(BitConverter.ToInt128(digest), true))
            return false;
        if (Interlocked.Increment(ref _count) > GatewayLimits.RememberedTokensMax)
        {
            _seen.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return true;
    }
}
