namespace Tocsin.Journal.Sealing;

/// <summary>The limits of sealing.</summary>
public static class SealLimits
{
    /// <summary>A silo looks this often whether something was written; there is at most one seal in each.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Within this time after a write, its seal is there; where it takes longer, the log says so.</summary>
    public static TimeSpan LateAfter { get; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A newest seal whose time lies in the future, because another silo's clock was ahead, is waited for this long. Then that silo has
    /// gone, and the next seal is dated one second behind it.
    /// </summary>
    public static TimeSpan AheadFor { get; } = TimeSpan.FromSeconds(2);

    /// <summary>While sealing fails, the log says so this often.</summary>
    public static TimeSpan SayAgainAfter { get; } = TimeSpan.FromMinutes(1);
}
