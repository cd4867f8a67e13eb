using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>Collects findings: counts all, and keeps the first <see cref="AuditLimits.FindingsPerKind"/> of each kind.</summary>
public sealed class AuditFindings
{
    private readonly List<Finding> _told = [];
    private readonly SortedDictionary<FindingKind, long> _counts = [];

    /// <summary>The findings that were kept, in the order in which they were found.</summary>
    public IReadOnlyList<Finding> Told => _told;

    /// <summary>The number of findings of each kind that occurred.</summary>
    public IReadOnlyDictionary<FindingKind, long> Counts => _counts;

    /// <summary>Adds one.</summary>
    public void Add(FindingKind kind, string? stream, JournalPosition? position, string words)
    {
        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        if (count <= AuditLimits.FindingsPerKind)
            _told.Add(new Finding(kind, stream, position, words));
    }
}
