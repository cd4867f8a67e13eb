namespace Tocsin.Clocks;

/// <summary>What a clock fires.</summary>
internal enum ClockSignalKind
{
    /// <summary>It is about to run out.</summary>
    Warning,

    /// <summary>It ran out.</summary>
    Overdue,

    /// <summary>It is brought to the next level.</summary>
    Escalation,
}
