namespace Tocsin.CostlyReads;

/// <summary>The limits of reads that may take a minute: past boards and reports, each kind for itself.</summary>
public static class CostlyReadLimits
{
    /// <summary>How many of a kind run at once on a silo, so that none slows those who work.</summary>
    public const int AtOnce = 2;

    /// <summary>
    /// How many more of a kind wait on a silo; one beyond them is refused. At a second each the last waits 8 s, well within its minute.
    /// </summary>
    public const int WaitingMax = 16;

    /// <summary>How long the worker of one question stays in memory after it, in minutes: Orleans looks once a minute.</summary>
    public const int WorkerMinutes = 2;
}
