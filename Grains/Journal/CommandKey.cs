namespace Tocsin.Journal;

/// <summary>What is remembered, for ever, of a command that was sent with an <c>Idempotency-Key</c>.</summary>
/// <param name="Digest">The keyed digest of the request's body, 32 bytes.</param>
/// <param name="Status">The status code of the first answer: 200 or 201.</param>
/// <param name="Extra">What the first answer said beyond the thing itself (JSON text), or null.</param>
public sealed record CommandKey(byte[] Digest, short Status, string? Extra = null);
