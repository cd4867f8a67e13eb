using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>What was looked at.</summary>
public sealed class AuditCounts
{
    /// <summary>Streams.</summary>
    public long Streams { get; set; }

    /// <summary>Events.</summary>
    public long Events { get; set; }

    /// <summary>Seals.</summary>
    public long Seals { get; set; }

    /// <summary>The last event's position.</summary>
    public JournalPosition Position { get; set; }

    /// <summary>How far the last seal reaches: an edit behind it that reckons its chain anew cannot be seen.</summary>
    public JournalPosition SealedTo { get; set; }

    /// <summary>Board rows whose view was made by code of another number, so that its text was not compared.</summary>
    public long ViewsOfOtherCode { get; set; }
}
