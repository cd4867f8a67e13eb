namespace Tocsin.Clocks;

/// <summary>What is late of clocks as views show them.</summary>
internal static class LateClocks
{
    extension(ClockView clock)
    {
        /// <summary>Whether the clock runs, was fired, and alarms somebody.</summary>
        public bool IsLate => clock is { State: ClockState.Running, Silent: false, OverdueAt: not null };
    }
}
