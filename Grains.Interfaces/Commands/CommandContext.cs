using Tocsin.Identity;

namespace Tocsin.Commands;

/// <summary>What every command carries beside what it asks for.</summary>
/// <param name="Id">Makes a repeat recognisable.</param>
/// <param name="Actor">Who gives it.</param>
/// <param name="BodyDigest">SHA-256 of the request's body when it came with an <c>Idempotency-Key</c>, else null.</param>
/// <param name="IfMatch">The version that the thing in the path must have, or null; <see cref="AnyVersion"/> for <c>*</c>.</param>
/// <param name="Attempt">1 for the first try of this command id by the gateway, more for a later one.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommandContext")]
public sealed record CommandContext(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] byte[]? BodyDigest,
    [property: Id(3)] int? IfMatch,
    [property: Id(4)] int Attempt = 1)
{
    /// <summary><c>If-Match: *</c>: any version, but the thing must exist.</summary>
    public const int AnyVersion = -1;

    /// <summary>Whether it came with a key, and is remembered for ever.</summary>
    public bool Keyed => BodyDigest is not null;
}
