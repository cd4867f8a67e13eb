namespace Tocsin.Calling;

/// <summary>How long a call to the cluster is waited for, and when it is tried again.</summary>
/// <param name="TryTime">One try is given up after this.</param>
/// <param name="HedgeAfter">A second try starts beside the first after this; longer than <paramref name="TryTime"/>: none does.</param>
/// <param name="TotalTime">Everything is given up after this.</param>
public sealed record CallPolicy(TimeSpan TryTime, TimeSpan HedgeAfter, TimeSpan TotalTime)
{
    /// <summary>How many tries of one call are under way at once.</summary>
    public const int UnderWayMax = 2;

    /// <summary>A command. Deadlines nest: the append has 1 s, the gates 2 s, the command 8 s (design.md).</summary>
    public static readonly CallPolicy Command = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

    /// <summary>A read: any silo can answer it, and a reader waits less long.</summary>
    public static readonly CallPolicy Read = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    /// <summary>A report: long, heavy, and never asked for twice at once.</summary>
    public static readonly CallPolicy Report = new(TimeSpan.FromSeconds(60), TimeSpan.MaxValue, TimeSpan.FromSeconds(60));

    /// <summary>While the journal is away it is asked once more, if that can still be answered within 2 s.</summary>
    public static readonly TimeSpan JournalRetryWithin = TimeSpan.FromMilliseconds(500);

    /// <summary>The pause before a try that follows a failed one.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
}
