using Tocsin.Clocks;

namespace Tocsin.Mission;

/// <summary>The values of the label <c>verdict</c>, for a stage that was reached.</summary>
internal static class Verdict
{
    /// <summary>Within its limit.</summary>
    public const string InTime = "in_time";

    /// <summary>After its limit.</summary>
    public const string Late = "late";

    /// <summary>It has no limit.</summary>
    public const string Unlimited = "unlimited";

    /// <summary>The verdict on a clock that was met.</summary>
    public static string Of(Clock clock) => clock.DueAt is not { } due ? Unlimited : clock.MetAt <= due ? InTime : Late;
}
