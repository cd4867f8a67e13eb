namespace Tocsin.Clocks;

/// <summary>What an event says of a clock. Not stored: the event's own kind is.</summary>
public enum ClockEventKind
{
    /// <summary>It is about to run out.</summary>
    Warning,

    /// <summary>It ran out.</summary>
    Overdue,

    /// <summary>It ran out, nobody took it, and it was brought to the next level.</summary>
    Escalation,

    /// <summary>It had not run out, though that was said.</summary>
    Withdrawal,
}
