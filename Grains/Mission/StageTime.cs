using Tocsin.Clocks;

namespace Tocsin.Mission;

/// <summary>A stage that was reached.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Duration">The time that it took; negative if a device's clock is wrong.</param>
/// <param name="Verdict">A word of <see cref="Tocsin.Mission.Verdict"/>.</param>
internal readonly record struct StageTime(ClockStage Stage, TimeSpan Duration, string Verdict)
{
    /// <summary>The stage of a clock that was met.</summary>
    public static StageTime Of(Clock clock) => new(clock.Stage, clock.MetAt!.Value - clock.StartedAt, Mission.Verdict.Of(clock));
}
