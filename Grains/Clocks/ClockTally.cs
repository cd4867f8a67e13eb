namespace Tocsin.Clocks;

/// <summary>
/// How many clocks of one incident run, and how many are overdue, by stage: a byte each, since a hundred thousand incidents are remembered
/// at once.
/// </summary>
/// <param name="running">Those within their limit.</param>
/// <param name="overdue">Those that ran out unmet.</param>
internal readonly struct ClockTally(ulong running, ulong overdue)
{
    private const int BitsPerStage = 8;

    // The last of the eight: stages of directives, which have their numbers, are of no incident.
    private const int DistressPlace = 7;

    /// <summary>Counts the clocks of a view. Those that alarm nobody are not counted.</summary>
    public static ClockTally Of(IReadOnlyList<ClockView> clocks)
    {
        var (running, overdue) = (0UL, 0UL);
        foreach (var clock in clocks)
        {
            if (clock.State != ClockState.Running || clock.Silent)
                continue;
            if (clock.OverdueAt is null)
                Add(ref running, clock.Stage);
            else
                Add(ref overdue, clock.Stage);
        }

        return new ClockTally(running, overdue);
    }

    /// <summary>How many of a stage run within their limit.</summary>
    public int Running(ClockStage stage) => Read(running, stage);

    /// <summary>How many of a stage ran out unmet.</summary>
    public int Overdue(ClockStage stage) => Read(overdue, stage);

    private static int Read(ulong counts, ClockStage stage) => (byte)(counts >> Shift(stage));

    private static int Shift(ClockStage stage) => BitsPerStage * (stage == ClockStage.Distress ? DistressPlace : (int)stage);

    private static void Add(ref ulong counts, ClockStage stage)
    {
        if (Read(counts, stage) < byte.MaxValue)
            counts += 1UL << Shift(stage);
    }
}
