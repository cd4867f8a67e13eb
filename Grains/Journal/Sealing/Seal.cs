namespace Tocsin.Journal.Sealing;

/// <summary>
/// What one minute's seal says: which streams had moved since the seal before, and to where. Whoever has the key can check it against the
/// journal.
/// </summary>
/// <param name="Minute">The minute whose begin it was made at, UTC; one seal each.</param>
/// <param name="Position">How far the journal had come.</param>
/// <param name="Count">How many streams had moved.</param>
/// <param name="Digest">SHA-256 over their heads; see <see cref="SealText"/>.</param>
/// <param name="Hmac">HMAC-SHA256 over all of this and the HMAC of the seal before, with a key that is not in the database.</param>
public sealed record Seal(DateTimeOffset Minute, JournalPosition Position, int Count, byte[] Digest, byte[] Hmac);
