using Tocsin.Identity;

namespace Tocsin.Commands;

/// <summary>What every command carries beside its own content.</summary>
/// <param name="Id">The id that makes a repeat recognisable.</param>
/// <param name="Actor">The person, device or program that gives it.</param>
/// <param name="BodyDigest">SHA-256 of the request's body, 32 bytes, when it came with an <c>Idempotency-Key</c>; else null.</param>
/// <param name="IfMatch">
/// The version that the thing in the path must have (else <c>versionMismatch</c>), or <see cref="AnyVersion"/> for <c>*</c>; null asks for
/// none.
/// </param>
/// <param name="Attempt">The number of this try of the command id by the gateway, 1 or more. The default is 1.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommandContext")]
public sealed record CommandContext(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] byte[]? BodyDigest,
    [property: Id(3)] int? IfMatch,
    [property: Id(4)] int Attempt = 1)
{
    /// <summary>The <c>IfMatch</c> of <c>If-Match: *</c>: any version, but the thing must exist.</summary>
    public const int AnyVersion = -1;

    /// <summary>Whether it came with a key, and is remembered for ever.</summary>
    public bool Keyed => BodyDigest is not null;
}
