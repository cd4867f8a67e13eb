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
    /// In how many clock minutes, one after the other, events may be recorded without a seal. A silo that was alive over the begin of a minute has sealed it,
    /// or has said in its log why not; a few restarts in a row may miss some.
    /// </summary>
    public const int UnsealedMinutes = 5;

    /// <summary>How long, in seconds, one statement of the audit may take: the longest looks up each keyed command's event.</summary>
    public const int StatementSeconds = 3600;
}
