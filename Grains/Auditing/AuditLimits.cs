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
    /// The most spans of the access log that may lie between those of two seals; they are kept in memory, about 250 bytes each. Sealing
    /// would have to fail for a day before there are more.
    /// </summary>
    public const int SpansAheadMax = 100_000;

    /// <summary>
    /// The most seconds in which events may be recorded behind the last seal, if that is a signed one. A silo seals within two; one of an
    /// earlier version that works on behind it within a minute.
    /// </summary>
    public const int UnsealedSeconds = 90;

    /// <summary>The same behind a seal by HMAC, and where there is none: silos of earlier versions seal once a minute.</summary>
    public const int UnsealedSecondsByHmac = 300;

    /// <summary>
    /// The most seals of a copy that one audit compares, because they are kept in memory, about 400 bytes each: those of eleven days in
    /// which something is written in each second. A longer copy is split.
    /// </summary>
    public const int CopiedSealsMax = 1_000_000;

    /// <summary>The longest line of a copy that is read, in characters; the rest of a longer one is passed over.</summary>
    public const int CopiedLineMax = 16_384;

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
