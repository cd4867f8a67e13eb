namespace Tocsin.Bearers;

/// <summary>What a judge says of a token.</summary>
/// <param name="Claims">What the token says of its person; null: it is not good.</param>
/// <param name="Until">Until when it is good, the clock skew included.</param>
/// <param name="Fault">What is wrong with it, where it is not good.</param>
public sealed record JudgedToken(TokenClaims? Claims, DateTimeOffset Until, BearerFault Fault = BearerFault.BadToken)
{
    /// <summary>A token that is not good.</summary>
    public static JudgedToken Refused(BearerFault fault) => new(null, default, fault);
}
