namespace Tocsin.Evidence;

/// <summary>The newest verification of a piece of evidence.</summary>
/// <param name="Same">Whether the content was the one that was written down.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who verified it.</param>
/// <param name="At">When that was, UTC.</param>
public sealed record VerificationView(bool Same, string By, DateTimeOffset At);
