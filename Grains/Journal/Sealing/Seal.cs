namespace Tocsin.Journal.Sealing;

/// <summary>
/// The seal of one minute: which streams changed since the seal before it, and their heads. With the key it can be checked against the
/// journal.
/// </summary>
/// <param name="Minute">The minute at whose start it was made, UTC; there is one seal for each.</param>
/// <param name="Position">The last position at that time.</param>
/// <param name="Count">The number of streams that changed, and one more with <paramref name="Access"/>.</param>
/// <param name="Digest">SHA-256 over their heads; see <see cref="SealText"/>.</param>
/// <param name="Hmac">HMAC-SHA256 over all of this and the HMAC of the seal before it, with a key that is not in the database.</param>
/// <param name="Access">
/// The head of the access log's chain, which the digest covers before the heads of the streams; null: the seal covers none.
/// </param>
public sealed record Seal(
    DateTimeOffset Minute, JournalPosition Position, int Count, byte[] Digest, byte[] Hmac, SealedHead? Access = null)
{
    /// <summary>The name of the access log among the heads that a seal covers; no stream has such a name.</summary>
    public const string AccessName = "access";
}
