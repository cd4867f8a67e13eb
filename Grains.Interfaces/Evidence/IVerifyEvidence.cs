namespace Tocsin.Evidence;

/// <summary>
/// A command that compares a digest with the one that was written down, and records the result. It changes nothing of the thing. Refused
/// with <c>notFound</c> when the thing has no piece of that number. The answer is <see cref="VerificationAnswer"/>.
/// </summary>
public interface IVerifyEvidence
{
    /// <summary>The number of the piece.</summary>
    int N { get; }

    /// <summary>The digest of the content that is there now, 64 hexadecimal digits in lower case.</summary>
    string Sha256 { get; }

    /// <summary>When it happened; null: now.</summary>
    DateTimeOffset? OccurredAt { get; }
}
