namespace Tocsin.SignIn;

/// <summary>The kinds of token.</summary>
internal static class Schemes
{
    /// <summary>Looks which of the others it is.</summary>
    public const string Any = "any";

    /// <summary>Made by <c>POST /dev/token</c>.</summary>
    public const string Development = "development";

    /// <summary>Made by an OIDC provider.</summary>
    public const string Oidc = "oidc";
}
