using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>Collects findings: of each kind the first <see cref="AuditLimits.FindingsPerKind"/> in words, all of them counted.</summary>
public sealed class AuditFindings
{
    private readonly List<Finding> _told = [];
    private readonly SortedDictionary<FindingKind, long> _counts = [];

    /// <summary>Those that are told, as they were found.</summary>
    public IReadOnlyList<Finding> Told => _told;

    /// <summary>How many there are of each kind that there are any of.</summary>
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
