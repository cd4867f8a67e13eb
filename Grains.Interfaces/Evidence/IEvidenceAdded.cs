namespace Tocsin.Evidence;

/// <summary>A piece of evidence was added. Events of this name are on streams of several kinds.</summary>
public interface IEvidenceAdded
{
    /// <summary>The kind of every such event.</summary>
    const string Kind = "EvidenceAdded";

    /// <summary>Its number in the thing, 1 to 200.</summary>
    int N { get; }

    /// <summary>The piece that is added.</summary>
    EvidenceItem Item { get; }
}
