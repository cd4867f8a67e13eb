using Tocsin.Problems;

namespace Tocsin.SignIn;

/// <summary>A good token of somebody who did not sign in as strongly as <c>Tocsin:Jwt:Acr</c> demands. It is kept on its request.</summary>
/// <param name="Demanded">The words that are demanded.</param>
internal sealed record WeakSignIn(IReadOnlyList<string> Demanded)
{
    /// <summary>The challenge of RFC 9470: the client may sign in again with one of these <c>acr_values</c>.</summary>
    public string Challenge => $"Bearer error=\"insufficient_user_authentication\", acr_values=\"{string.Join(' ', Demanded)}\"";

    /// <summary>How the request is to be challenged: as one with a bad token unless its sign-in was only too weak.</summary>
    public static string ChallengeOf(HttpContext http) => http.Features.Get<WeakSignIn>()?.Challenge ?? ProblemWriter.InvalidToken;
}
