namespace Tocsin.Evidence;

/// <summary>A piece of evidence as <c>GET …/evidence</c> shows it.</summary>
/// <param name="N">Its number in the thing, 1 to 200.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Uri">Where it is kept; null once it was erased.</param>
/// <param name="Sha256">SHA-256 of the content, 64 hexadecimal digits in lower case.</param>
/// <param name="Bytes">The length of the content in bytes, or null.</param>
/// <param name="TakenAt">When it was taken, UTC, or null.</param>
/// <param name="TakenBy">Who took it, or null.</param>
/// <param name="CameraId">The camera that took it, or null.</param>
/// <param name="Note">What somebody noted about it, or null.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who added it.</param>
/// <param name="At">When it was added, UTC.</param>
/// <param name="Verified">The newest verification; null while there is none.</param>
public sealed record EvidenceView(
    int N,
    EvidenceKind Kind,
    string? Uri,
    string Sha256,
    long? Bytes,
    DateTimeOffset? TakenAt,
    string? TakenBy,
    string? CameraId,
    string? Note,
    string By,
    DateTimeOffset At,
    VerificationView? Verified);
