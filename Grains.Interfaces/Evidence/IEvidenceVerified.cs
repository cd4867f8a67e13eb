namespace Tocsin.Evidence;

/// <summary>
/// Somebody compared a piece of evidence with what was written down of it. Events of this name are on streams of several kinds.
/// </summary>
public interface IEvidenceVerified
{
    /// <summary>The kind of every such event.</summary>
    const string Kind = "EvidenceVerified";

    /// <summary>The number of the piece.</summary>
    int N { get; }

    /// <summary>The digest of the content that was there, 64 hexadecimal digits in lower case.</summary>
    string Sha256 { get; }

    /// <summary>Whether it is the one that was written down.</summary>
    bool Same { get; }
}
