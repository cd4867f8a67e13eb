namespace Tocsin.Tests.Load.Profiles;

/// <summary>What decides the verdict of a profile.</summary>
/// <param name="P99Milliseconds">The 99th percentile of all commands, and of each kind that was sent often enough.</param>
/// <param name="ErrorShare">The share of commands that may fail, 0..1.</param>
/// <param name="ScheduleLagMilliseconds">The 99th percentile of this program's own lateness; above it, it measured itself.</param>
public sealed record LoadLimits(double P99Milliseconds, double ErrorShare, double ScheduleLagMilliseconds)
{
    /// <summary>
    /// A kind of command that was sent less often is shown and not judged by itself: the 99th percentile of a few is their longest.
    /// </summary>
    public const int FewestJudged = 100;

    /// <summary>
    /// A clock that was fired later than this after it was due is late (NC 911 Board, draft for dispatch systems: an answer within 2 s).
    /// </summary>
    public static readonly TimeSpan LateClock = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What the product promises of every command, whatever the profile: done, or refused as expected, within 2 s (the objective
    /// <c>command</c> of decision 23).
    /// </summary>
    public static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    /// <summary>Of how many commands at least that is promised.</summary>
    public const double PromiseShare = 0.999_5;

    /// <summary>
    /// The 99th percentile of the feed's lag, from the commit until a console has read it (the objective <c>feed</c> of decision 23, and
    /// the way to the console).
    /// </summary>
    public static readonly TimeSpan FeedLag = TimeSpan.FromSeconds(1);

    /// <summary>
    /// An answer to an operator within 2 s (NC 911 Board, draft for dispatch systems), 99.95 % of them, from a program that keeps its own
    /// schedule to 100 ms.
    /// </summary>
    public static LoadLimits Operator { get; } = new(2_000, 0.000_5, 100);

    /// <summary>What Tocsin promises at its peak: 250 ms, and no error at all.</summary>
    public static LoadLimits Peak { get; } = new(250, 0, 100);
}
