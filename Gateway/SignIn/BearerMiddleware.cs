using System.Runtime.CompilerServices;
using Tocsin.Calling;

namespace Tocsin.SignIn;

/// <summary>Has the calls of a request made for the person who is signed in.</summary>
internal sealed class BearerMiddleware(RequestDelegate next)
{
    // Who sends one token again and again is one principal.
    private readonly ConditionalWeakTable<CallerPrincipal, Bearer> _bearers = [];

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.User is CallerPrincipal caller)
        {
            if (_bearers.TryGetValue(caller, out var known))
                Bearer.Current = known;
            else if (SignInSetup.TokenOf(http) is { } token)
                Bearer.Current = _bearers.GetValue(caller, _ => new Bearer(token));
        }

        return next(http);
    }
}
