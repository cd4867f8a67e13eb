namespace Tocsin.Journal.Sealing;

/// <summary>
/// A seal: which streams changed since the seal before it, and their heads, signed. See <see cref="SealText"/> for the recipe.
/// </summary>
/// <param name="At">When it was made, UTC, in whole seconds; no two seals have the same, and each is later than the one before it.</param>
/// <param name="Position">The last position that it covers.</param>
/// <param name="Count">The number of streams that changed.</param>
/// <param name="Digest">SHA-256 over their heads.</param>
/// <param name="Signature">
/// Ed25519 over all of this (64 bytes), or HMAC-SHA256 (32 bytes) where <see cref="Previous"/> is null.
/// </param>
public sealed record Seal(DateTimeOffset At, JournalPosition Position, int Count, byte[] Digest, byte[] Signature)
{
    /// <summary>
    /// The chain's hash over all seals before this one, 32 bytes, which the signature includes; null in a seal by HMAC.
    /// </summary>
    public byte[]? Previous { get; init; }

    /// <summary>The digests of what the seal covers beside the journal; see <see cref="SealParts"/>. Empty: nothing.</summary>
    public string Parts { get; init; } = "";

    /// <summary>Whether it is signed by Ed25519: then its public key is enough to check it.</summary>
    public bool IsSigned => Previous is not null;
}
