using System.Security.Claims;

namespace Tocsin.SignIn;

/// <summary>A signed-in caller, as ASP.NET Core carries it.</summary>
internal sealed class CallerPrincipal(ClaimsIdentity identity, Caller caller) : ClaimsPrincipal(identity)
{
    /// <summary>Whom it speaks for.</summary>
    public Caller Caller => caller;
}
