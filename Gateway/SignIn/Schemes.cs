namespace Tocsin.SignIn;

/// <summary>The authentication schemes: one for each kind of token.</summary>
internal static class Schemes
{
    /// <summary>Chooses between the others by the token.</summary>
    public const string Any = "any";

    /// <summary>Made by <c>POST /dev/token</c>.</summary>
    public const string Development = "development";

    /// <summary>Made by an OIDC provider.</summary>
    public const string Oidc = "oidc";
}
