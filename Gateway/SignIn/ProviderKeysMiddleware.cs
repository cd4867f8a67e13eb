using Microsoft.IdentityModel.JsonWebTokens;
using Tocsin.Bearers;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Answers 503 to a token of the provider that cannot be judged, because the provider's keys cannot be had: that is no fault of the token,
/// and nobody is signed out by it.
/// </summary>
internal sealed class ProviderKeysMiddleware(RequestDelegate next, ProviderKeys keys, GatewayOptions options, ProblemWriter problems)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (SignInSetup.NeedsProvider(http, options) is { } token && !await keys.CanJudgeAsync(KeyIdOf(token), http.RequestAborted))
        {
            await problems.Write(http, Problem.ProviderUnavailable);
            return;
        }

        await next(http);
    }

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid is { Length: > 0 } id ? id : null;
        }
        catch (ArgumentException)
        {
            // No token at all: it is judged, and refused.
            return null;
        }
    }
}
