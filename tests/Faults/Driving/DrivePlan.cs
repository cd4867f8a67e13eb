namespace Tocsin.Tests.Faults.Driving;

/// <summary>What a drive does beside its notes and its dispatch cycles.</summary>
/// <param name="Clocks">How many clocks run out, one every quarter of a second.</param>
/// <param name="FeedClients">How many clients hang on the feed of each gateway; each is judged in the end.</param>
/// <param name="Reads">Whether lists, boards and reports are read, too.</param>
public sealed record DrivePlan(int Clocks, int FeedClients, bool Reads)
{
    /// <summary>Clocks for over a minute, and nothing else.</summary>
    public static DrivePlan Usual { get; } = new(ClockField.Count, FeedClients: 0, Reads: false);

    /// <summary>For what takes minutes, and changes what reads and feeds are served by: clocks for seven minutes.</summary>
    public static DrivePlan Whole { get; } = new(Clocks: 1_680, FeedClients: 3, Reads: true);
}
