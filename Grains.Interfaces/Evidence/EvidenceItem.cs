using Tocsin.Erasing;

namespace Tocsin.Evidence;

/// <summary>Where a piece of evidence is kept, and how it is known again. The content itself is never here.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Uri">Where it is kept, 1 to 500 characters in the centre's own words; null once it was erased.</param>
/// <param name="Sha256">SHA-256 of the content, 64 hexadecimal digits in lower case.</param>
/// <param name="Bytes">The length of the content in bytes, 0 or more, or null.</param>
/// <param name="TakenAt">When it was taken, UTC, whole milliseconds, or null.</param>
/// <param name="TakenBy">Who took it, 1 to 100 characters, or null.</param>
/// <param name="CameraId">The camera, 1 to 100 characters, or null.</param>
/// <param name="Note">A note, 1 to 500 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EvidenceItem")]
public sealed record EvidenceItem(
    [property: Id(0)] EvidenceKind Kind,
    [property: Id(1), Erasable(ErasureField.Notes)] string? Uri,
    [property: Id(2)] string Sha256,
    [property: Id(3)] long? Bytes,
    [property: Id(4)] DateTimeOffset? TakenAt,
    [property: Id(5), Erasable(ErasureField.Notes)] string? TakenBy,
    [property: Id(6)] string? CameraId,
    [property: Id(7), Erasable(ErasureField.Notes)] string? Note);
