namespace Tocsin.Evidence;

/// <summary>
/// A command that adds a piece of evidence to its thing, whatever the stage. Refused with <c>limitReached</c> when the thing has <see
/// cref="EvidenceLimits.PerThing"/>. The answer has its number as <c>n</c>.
/// </summary>
public interface IAddEvidence
{
    /// <summary>The piece that is added.</summary>
    EvidenceItem Item { get; }

    /// <summary>When it happened; null: now.</summary>
    DateTimeOffset? OccurredAt { get; }
}
