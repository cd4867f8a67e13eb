using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>How much the audit read.</summary>
public sealed class AuditCounts
{
    /// <summary>The number of streams.</summary>
    public long Streams { get; set; }

    /// <summary>The number of events.</summary>
    public long Events { get; set; }

    /// <summary>The number of seals.</summary>
    public long Seals { get; set; }

    /// <summary>The position of the last event.</summary>
    public JournalPosition Position { get; set; }

    /// <summary>The number of seals by HMAC that were not checked, because there was no secret.</summary>
    public long UncheckedSeals { get; set; }

    /// <summary>The number of seals of the copy; null if there was none.</summary>
    public long? CopiedSeals { get; set; }

    /// <summary>
    /// The position of the last seal whose signature was checked. Events behind it can be edited unseen by somebody who recomputes their
    /// hashes.
    /// </summary>
    public JournalPosition SealedTo { get; set; }

    /// <summary>The number of spans of the access log.</summary>
    public long AccessSpans { get; set; }

    /// <summary>The number of items of the access log.</summary>
    public long AccessItems { get; set; }

    /// <summary>The number of events of which a text was erased. That is no finding: their chains hold.</summary>
    public long Erased { get; set; }

    /// <summary>The number of board rows whose view has another <c>view_code</c>, so that its text was not compared.</summary>
    public long ViewsOfOtherCode { get; set; }
}
