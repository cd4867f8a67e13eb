namespace Tocsin.Auditing;

/// <summary>The limits of the audit.</summary>
public static class AuditLimits
{
    /// <summary>How many findings of one kind are told in words; the others are counted.</summary>
    public const int FindingsPerKind = 20;

    /// <summary>How many events are read in one go, with the board rows of those that are the last of their streams.</summary>
    public const int EventsPerPage = 1000;

    /// <summary>How many seals are read in one go.</summary>
    public const int SealsPerPage = 1000;

    /// <summary>
    /// In how many clock minutes, one after the other, events may be recorded without a seal. A silo that was alive over the begin of a
    /// minute has sealed it, or has said in its log why not; a few restarts in a row may miss some.
    /// </summary>
    public const int UnsealedMinutes = 5;

    /// <summary>
    /// For how long, in seconds, a clock may have something to fire while the journal is written all the while: ten times what the loss of
    /// a silo costs.
    /// </summary>
    public const int UnfiredSeconds = 60;

    /// <summary>A journal that nobody wrote to for longer than this, in seconds, may have had nobody who could fire a clock.</summary>
    public const int SilenceSeconds = 10;

    /// <summary>By how much, in milliseconds, the clock of the silo that fired may have been ahead of the database's.</summary>
    public const int SkewMilliseconds = 2_000;

    /// <summary>How long, in seconds, one statement of the audit may take: the longest looks up each keyed command's event.</summary>
    public const int StatementSeconds = 3600;
}
