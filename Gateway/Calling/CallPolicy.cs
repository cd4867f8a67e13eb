namespace Tocsin.Calling;

/// <summary>How long a call to the cluster may take, and when it is attempted again.</summary>
/// <param name="AttemptTimeout">How long one attempt may take.</param>
/// <param name="HedgeAfter">When a second attempt starts beside the first; longer than <paramref name="AttemptTimeout"/>: never.</param>
/// <param name="TotalTimeout">How long the whole call may take.</param>
public sealed record CallPolicy(TimeSpan AttemptTimeout, TimeSpan HedgeAfter, TimeSpan TotalTimeout)
{
    /// <summary>The most attempts of one call at once.</summary>
    public const int ConcurrentAttemptsMax = 2;

    /// <summary>
    /// A command: 3 s an attempt, a second after 1 s, 8 s in all. Deadlines nest: the append has 1 s, the gates 2 s, the command 8 s.
    /// </summary>
    public static readonly CallPolicy Command = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

    /// <summary>A read: 3 s an attempt, a second after 1 s, 5 s in all. Any silo can answer it, and a reader waits less long.</summary>
    public static readonly CallPolicy Read = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    /// <summary>A report: 60 s. It is expensive, and never attempted twice at once.</summary>
    public static readonly CallPolicy Report = new(TimeSpan.FromSeconds(60), TimeSpan.MaxValue, TimeSpan.FromSeconds(60));

    /// <summary>
    /// A call that fails because the journal is unavailable is retried once, if it failed within this time: the caller still waits less
    /// than 2 s.
    /// </summary>
    public static readonly TimeSpan JournalRetryWithin = TimeSpan.FromMilliseconds(500);

    /// <summary>The delay before the attempt that follows a failed one: 100 ms.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);
}
