namespace Tocsin.Tests.Faults.Measuring;

/// <summary>What a fault may cost. Whatever the fault: nothing acknowledged is lost, nothing is done twice, no chain is broken.</summary>
/// <param name="WorstGapMedian">The median of the worst gaps of all repeats; null: no limit.</param>
/// <param name="WorstGapMax">The worst gap of any repeat; null: no limit.</param>
/// <param name="BackWithin">From the fault's end until every incident is answered again; null: no limit.</param>
/// <param name="FailedMax">Commands that nobody answered within <see cref="Driving.DriveLimits.FailedAfter"/>; null: no limit.</param>
/// <param name="FalseEvictionsMax">Silos that are voted out though nothing was done to them; null: no limit.</param>
public sealed record FaultLimits(
    TimeSpan? WorstGapMedian, TimeSpan? WorstGapMax, TimeSpan? BackWithin, int? FailedMax, int? FalseEvictionsMax = 0)
{
    /// <summary>How late a clock may be said to be overdue; null: no limit. The project's promise for a silo that is lost is 6 s.</summary>
    public TimeSpan? ClockWithin { get; init; }

    /// <summary>
    /// However long it takes. For machines that do other things, too: there a silo may get no processor for seconds, and is rightly voted
    /// out.
    /// </summary>
    public static readonly FaultLimits AnyTime = new(null, null, null, null, null);

    /// <summary>
    /// A silo is lost. In the median 5 s, never above 7 s: the project's promise for a silo that is killed, which its membership is tuned
    /// for (MembershipTuning). The aim is 2 s. A client that repeats for 8 s sees no failure.
    /// </summary>
    public static readonly FaultLimits SiloLost = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7), null, 0)
    {
        ClockWithin = TimeSpan.FromSeconds(6),
    };

    /// <summary>
    /// The database was away: 5 s after its return all goes on (the project's promise; decision 8 measured 0.4 s for the journal alone).
    /// </summary>
    public static readonly FaultLimits DatabaseAway = new(null, null, TimeSpan.FromSeconds(5), null);

    /// <summary>
    /// The primary of the database is lost, frozen or cut off, and a standby takes over: in the median 10 s, never above 15 s (the
    /// project's promise). Commands that were under way meanwhile may be answered as unavailable.
    /// </summary>
    public static readonly FaultLimits PrimaryLost = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15), null, null);

    /// <summary>A standby takes over on purpose: at most 3 s (the project's promise).</summary>
    public static readonly FaultLimits SwitchOver = new(null, TimeSpan.FromSeconds(3), null, null);

    /// <summary>
    /// All silos and gateways were killed at once: each incident is answered within 8 s of the start (the project's promise).
    /// </summary>
    public static readonly FaultLimits AllLost = new(null, null, TimeSpan.FromSeconds(8), null);

    /// <summary>The only process, or its disk, was away: nobody could answer; once it is there again, the same 5 s.</summary>
    public static readonly FaultLimits ProcessAway = DatabaseAway;

    /// <summary>A restart that was meant: nobody notices more than a pause.</summary>
    public static readonly FaultLimits Meant = new(null, TimeSpan.FromSeconds(7), null, 0) { ClockWithin = TimeSpan.FromSeconds(6) };
}
