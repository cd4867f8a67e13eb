using Tocsin.Clocks;

namespace Tocsin.Mission;

/// <summary>What is said of a stage that was reached: words of the label <c>verdict</c>.</summary>
internal static class Verdict
{
    /// <summary>Within its limit.</summary>
    public const string InTime = "in_time";

    /// <summary>After its limit.</summary>
    public const string Late = "late";

    /// <summary>No policy gives it a limit.</summary>
    public const string Unlimited = "unlimited";

    /// <summary>That of a clock that was met.</summary>
    public static string Of(Clock clock) => clock.DueAt is not { } due ? Unlimited : clock.MetAt <= due ? InTime : Late;
}
