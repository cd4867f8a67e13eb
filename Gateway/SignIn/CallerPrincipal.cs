using System.Security.Claims;

namespace Tocsin.SignIn;

/// <summary>A signed-in caller, as ASP.NET Core carries it.</summary>
/// <param name="identity">The token's claims.</param>
/// <param name="caller">Whom it speaks for.</param>
/// <param name="ends">When the token is no longer valid here.</param>
/// <param name="isDevelopment">Whether it signed in by the development sign-in.</param>
internal sealed class CallerPrincipal(ClaimsIdentity identity, Caller caller, DateTimeOffset ends, bool isDevelopment)
    : ClaimsPrincipal(identity)
{
    /// <summary>Whether it signed in by the development sign-in.</summary>
    public bool IsDevelopment => isDevelopment;

    /// <summary>Whom it speaks for.</summary>
    public Caller Caller => caller;

    /// <summary>When the token is no longer valid here; the clock skew not included.</summary>
    public DateTimeOffset Ends => ends;

    /// <summary>Whether it was looked at whether this is the first use of its token here.</summary>
    public bool IsSeen { get; set; }
}
