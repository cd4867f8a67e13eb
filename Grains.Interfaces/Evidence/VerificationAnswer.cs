namespace Tocsin.Evidence;

/// <summary>The answer to a verification.</summary>
/// <param name="Same">Whether the digest is the one that was written down.</param>
public sealed record VerificationAnswer(bool Same);
