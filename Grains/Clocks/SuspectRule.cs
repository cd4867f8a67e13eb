namespace Tocsin.Clocks;

/// <summary>
/// A fact that lies before the start of its clock comes from a wrong clock somewhere: it says nothing about the limit. The clock is void
/// and suspect, never met; what it had fired stands, and it fires no more. Feedback may come before arrival, and a closure ends
/// everything.
/// </summary>
internal static class SuspectRule
{
    /// <summary>The clock, void and suspect where what met it lies before its start.</summary>
    public static Clock Judge(Clock clock) => Concerns(clock.Stage) && clock.MetAt < clock.StartedAt
        ? clock with { MetAt = null, VoidAt = clock.StartedAt, Suspect = true }
        : clock;

    private static bool Concerns(ClockStage stage) =>
        stage is ClockStage.Answer or ClockStage.Assign or ClockStage.Acknowledge or ClockStage.Turnout or ClockStage.Arrive;
}
