namespace Tocsin.Tokens;

/// <summary>The answer to <c>POST /dev/token</c>, for the OpenAPI document.</summary>
/// <param name="Token">The token: a JSON Web Token for the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record TokenAnswer(string Token, DateTimeOffset ExpiresAt);
