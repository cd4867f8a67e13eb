using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Tocsin.Problems;

namespace Tocsin.SignIn;

/// <summary>Answers 401 and 403 with problems.</summary>
internal sealed class SignInProblems(ProblemWriter problems) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (authorizeResult.Forbidden)
            return problems.Write(context, Problem.Forbidden);
        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0
            ? "Bearer"
            : WeakSignIn.ChallengeOf(context);
        return problems.Write(context, Problem.Unauthenticated);
    }
}
