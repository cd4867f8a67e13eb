using Tocsin.Calling;
using Tocsin.Problems;

namespace Tocsin.SignIn;

/// <summary>Refuses the tokens of blocked subjects, however good they are.</summary>
internal sealed class BlockedMiddleware(RequestDelegate next, BlockedSubjects blocked, ProblemWriter problems)
{
    /// <summary>Handles a request.</summary>
    /// <exception cref="ClusterUnavailableException">Who is blocked is not known yet, and no silo answers: the answer is 503.</exception>
    public Task InvokeAsync(HttpContext http) => http.User is CallerPrincipal { Caller.Subject: var subject }
        ? (blocked.AreKnown ? JudgeAsync(http, subject) : ReadAsync(http, subject))
        : next(http);

    private async Task ReadAsync(HttpContext http, string subject)
    {
        await blocked.ReadAsync(http.RequestAborted);
        await JudgeAsync(http, subject);
    }

    private Task JudgeAsync(HttpContext http, string subject)
    {
        if (!blocked.Has(subject))
            return next(http);
        http.Response.Headers.WWWAuthenticate = ProblemWriter.InvalidToken;
        return problems.Write(http, Problem.Blocked);
    }
}
