namespace Tocsin.Tokens;

/// <summary>The answer to <c>POST /dev/token</c>, for the OpenAPI document.</summary>
/// <param name="Token">The token.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
internal sealed record TokenAnswer(string Token, DateTimeOffset ExpiresAt);
