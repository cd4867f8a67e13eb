namespace Tocsin.Routing;

/// <summary>A line of a trail as <c>application/x-ndjson</c>: with it anyone can check the hash chain with nothing but SHA-256.</summary>
/// <param name="Hash">
/// Lower-case hex of SHA-256 over the stream's previous hash (32 bytes, zeros at first) and <paramref name="Line"/>.
/// </param>
/// <param name="Line">The event without <c>position</c> and <c>hash</c>, exactly as it was hashed.</param>
internal sealed record TrailLine(string Hash, string Line);
