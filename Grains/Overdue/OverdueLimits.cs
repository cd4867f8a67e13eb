namespace Tocsin.Overdue;

/// <summary>What the list of what is late keeps to.</summary>
internal static class OverdueLimits
{
    /// <summary>
    /// How many streams are counted at most: a whole city's open incidents; beyond them the list says that it is not complete.
    /// </summary>
    public const int RowsMax = 20_000;

    /// <summary>How many streams that are due and do not fire are looked at: beyond them the list says that it is not complete.</summary>
    public const int DueRowsMax = 1_000;

    /// <summary>How long a stream may be due before it is looked at: the watch, its retries and a change of membership take less.</summary>
    public static readonly TimeSpan DueAfter = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a stream may be due before it counts as stuck, whatever its kind: longer than any fault that the cluster survives by
    /// itself.
    /// </summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many different questions of one picture have their answers remembered: stations, units and pages; others are worked out each
    /// time.
    /// </summary>
    public const int AnswersMax = 512;

    /// <summary>A silo looks at most this often, however many ask.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A look that takes long is followed by a pause of so many times its length: what is late never takes more than a fifth of the
    /// journal's readers' time.
    /// </summary>
    public const int PauseFactor = 4;

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(10);
}
