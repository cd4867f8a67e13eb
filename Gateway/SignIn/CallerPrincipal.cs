using System.Security.Claims;

namespace Tocsin.SignIn;

/// <summary>A signed-in caller, as ASP.NET Core carries it.</summary>
internal sealed class CallerPrincipal(ClaimsIdentity identity, Caller caller, bool isDevelopment) : ClaimsPrincipal(identity)
{
    /// <summary>Whether it signed in by the development sign-in.</summary>
    public bool IsDevelopment => isDevelopment;

    /// <summary>Whom it speaks for.</summary>
    public Caller Caller => caller;
}
