namespace Tocsin.Tests.Faults.Driving;

/// <summary>What a drive does beside its dispatch cycles.</summary>
/// <param name="NoteEvery">How often each incident gets a note.</param>
/// <param name="Clocks">How many clocks run out, one every quarter of a second.</param>
/// <param name="FeedClients">How many clients hang on the feed of each gateway; each is judged in the end.</param>
/// <param name="Reads">Whether lists, boards and reports are read, too.</param>
public sealed record DrivePlan(TimeSpan NoteEvery, int Clocks, int FeedClients, bool Reads)
{
    /// <summary>Clocks for over a minute, and nothing else.</summary>
    public static DrivePlan Usual { get; } = new(DriveLimits.Every, ClockField.Count, FeedClients: 0, Reads: false);

    /// <summary>
    /// Fewer notes: where nobody judges how long an incident was unanswered, those who start again have processors left.
    /// </summary>
    public static DrivePlan Gentle { get; } = Usual with { NoteEvery = TimeSpan.FromMilliseconds(500) };

    /// <summary>
    /// For what takes minutes, and changes what reads and feeds are served by: clocks for seven minutes, and fewer notes, so that those who
    /// start have processors left.
    /// </summary>
    public static DrivePlan Whole { get; } = new(TimeSpan.FromSeconds(1), Clocks: 1_680, FeedClients: 2, Reads: true);
}
