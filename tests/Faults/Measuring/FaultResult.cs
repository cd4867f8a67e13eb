namespace Tocsin.Tests.Faults.Measuring;

/// <summary>What one run measured.</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Number">Which repeat it was, from 0.</param>
/// <param name="WorstGap">The longest time in which one incident got no answer, from the fault on.</param>
/// <param name="GapBefore">The same before the fault: what this machine does to itself.</param>
/// <param name="Detection">From the fault until the survivors' membership said that the victim is dead; null where none is to die.</param>
/// <param name="Back">From the fault's end until the last incident was answered that had not been for
/// <see cref="FaultMeasurer.NotBack"/>.</param>
/// <param name="LatestClock">How late the latest clock was said to be overdue, of those that ran out during the run.</param>
/// <param name="Acknowledged">Commands that were answered as done.</param>
/// <param name="Failed">Commands that nobody answered in time.</param>
/// <param name="HeldBack">Commands that were not sent because too many before them were unanswered.</param>
/// <param name="Lost">Events of acknowledged commands that are not there.</param>
/// <param name="DoneTwice">Events that are there more than once.</param>
/// <param name="FalseEvictions">Silos that were voted out and had nothing wrong with them; null where there are none.</param>
/// <param name="Episodes">What went wrong, and when.</param>
/// <param name="Gaps">Every time in which one incident got no answer for <see cref="FaultMeasurer.NotBack"/>.</param>
/// <param name="Failures">The first of the commands that failed.</param>
/// <param name="Problems">Whatever else was not as it must be.</param>
public sealed record FaultResult(
    string Fault,
    int Number,
    TimeSpan WorstGap,
    TimeSpan GapBefore,
    TimeSpan? Detection,
    TimeSpan Back,
    TimeSpan LatestClock,
    int Acknowledged,
    int Failed,
    int HeldBack,
    int Lost,
    int DoneTwice,
    int? FalseEvictions,
    IReadOnlyList<Episode> Episodes,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> Problems)
{
    /// <summary>How long the load was on.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>How many clocks ran out during the run.</summary>
    public int Clocks { get; init; }

    /// <summary>Reads that were answered.</summary>
    public int Reads { get; init; }

    /// <summary>What the clients of the feed were told; null where there were none.</summary>
    public FeedFindings? Feed { get; init; }
}
