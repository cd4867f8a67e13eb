namespace Tocsin.Auditing;

/// <summary>The limits of the audit.</summary>
public static class AuditLimits
{
    /// <summary>The most findings of one kind that are reported one by one; the others are counted.</summary>
    public const int FindingsPerKind = 20;

    /// <summary>The number of events in one read.</summary>
    public const int EventsPerPage = 1000;

    /// <summary>The number of seals in one read.</summary>
    public const int SealsPerPage = 1000;

    /// <summary>The number of spans of the access log in one read.</summary>
    public const int SpansPerPage = 1000;

    /// <summary>
    /// The most minutes in a row in which events may be recorded without a seal. A silo that runs at the start of a minute makes its seal,
    /// or logs why not. A few restarts in a row may miss some.
    /// </summary>
    public const int UnsealedMinutes = 5;

    /// <summary>
    /// The longest time, in seconds, that a clock may be due without firing while the journal is being written: ten times what the loss of
    /// a silo costs.
    /// </summary>
    public const int UnfiredSeconds = 60;

    /// <summary>If nothing was recorded for longer than this, in seconds, there may have been no silo that could fire a clock.</summary>
    public const int SilenceSeconds = 10;

    /// <summary>How far, in milliseconds, the clock of a silo may be ahead of the database's.</summary>
    public const int SkewMilliseconds = 2_000;

    /// <summary>The timeout of a statement, in seconds: the longest one looks up the event of every keyed command.</summary>
    public const int StatementSeconds = 3600;
}
