using System.Security.Claims;

namespace Tocsin.SignIn;

/// <summary>A signed-in caller, as ASP.NET Core carries it.</summary>
internal sealed class CallerPrincipal(ClaimsIdentity identity, Caller caller) : ClaimsPrincipal(identity)
{
    /// <summary>Whom it speaks for.</summary>
    public Caller Caller => caller;

    /// <summary>Whether it was looked at whether this is the first use of its token here.</summary>
    public bool IsSeen { get; set; }
}
