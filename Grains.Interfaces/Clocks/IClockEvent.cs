using Tocsin.Identity;

namespace Tocsin.Clocks;

/// <summary>
/// An event that says something of one clock of its stream, so that nobody who judges clocks has to know the stream's kind.
/// </summary>
public interface IClockEvent
{
    /// <summary>What it says. Implemented explicitly: it is no part of the event's data.</summary>
    ClockEventKind Says { get; }

    /// <summary>The stage that the clock limits.</summary>
    ClockStage Stage { get; }

    /// <summary>The unit, for a clock of one unit; else null.</summary>
    UnitId? UnitId { get; }

    /// <summary>The clock's limit as an instant, UTC; for a withdrawal of a clock without a limit, its start.</summary>
    DateTimeOffset DueAt { get; }

    /// <summary>Milliseconds from when this could first be known to when it was written; never negative.</summary>
    long FiredLateMs { get; }
}
