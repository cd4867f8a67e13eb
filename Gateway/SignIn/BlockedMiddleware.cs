using Tocsin.Calling;
using Tocsin.Problems;

namespace Tocsin.SignIn;

/// <summary>Refuses the tokens of blocked subjects, however good they are.</summary>
internal sealed class BlockedMiddleware(RequestDelegate next, BlockedSubjects blocked, ProblemWriter problems)
{
    /// <summary>Handles a request.</summary>
    /// <exception cref="ClusterUnavailableException">Who is blocked is not known yet, and no silo answers: the answer is 503.</exception>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.User is CallerPrincipal { Caller.Subject: var subject })
        {
            if (!blocked.AreKnown)
                await blocked.ReadAsync(http.RequestAborted);
            if (blocked.Has(subject))
            {
                http.Response.Headers.WWWAuthenticate = ProblemWriter.InvalidToken;
                await problems.Write(http, Problem.Blocked);
                return;
            }
        }

        await next(http);
    }
}
