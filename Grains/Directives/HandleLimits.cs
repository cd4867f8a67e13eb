using Tocsin.Clocks;

namespace Tocsin.Directives;

/// <summary>
/// A <c>handle</c> always has the limits of its clocks <c>sign</c> and <c>send</c>, and never long ones: a life may hang on it.
/// </summary>
internal static class HandleLimits
{
    /// <summary>The limits with which it is issued: its own, else the policy's, else 30 s and 60 s; at most 15 minutes.</summary>
    /// <param name="own">The limits that it brings, or null.</param>
    /// <param name="policy">What the timing policy says of the kind, or null.</param>
    public static DirectiveClockLimits Of(DirectiveClockLimits? own, TimingPolicy? policy)
    {
        var given = own ?? new DirectiveClockLimits(null, null, null, null);
        return given with
        {
            Sign = given.Sign ?? Missing(policy, ClockStage.Sign, DirectiveLimits.HandleSignSeconds),
            Send = given.Send ?? Missing(policy, ClockStage.Send, DirectiveLimits.HandleSendSeconds),
        };
    }

    // Null: the policy's row will do, and may warn.
    private static int? Missing(TimingPolicy? policy, ClockStage stage, int preset) =>
        policy?.Limits.FirstOrDefault(row => row.Stage == stage) switch
        {
            null => preset,
            { LimitSeconds: > DirectiveLimits.HandleSecondsMax } => DirectiveLimits.HandleSecondsMax,
            _ => null,
        };
}
