namespace Tocsin.Journal.Timekeeping;

/// <summary>How this process's clock, and the database's, stand to each other and to the journal's end.</summary>
/// <param name="Behind">How far this process's clock lies behind; 0 or more.</param>
/// <param name="DatabaseBehind">How far the clock of the cluster's database lies behind the journal's end; 0 or more.</param>
public readonly record struct ClockVerdict(TimeSpan Behind, TimeSpan DatabaseBehind)
{
    /// <summary>A clock that lies further behind than this is wrong: 5 s, as far as a report may lie ahead.</summary>
    public static readonly TimeSpan BehindMax = TimeSpan.FromSeconds(5);

    /// <summary>Whether the process may serve.</summary>
    public bool IsReady => Behind <= BehindMax;

    /// <summary>Whether it is the database's clock that is wrong: its processes stay ready, or one jump would close the room.</summary>
    public bool IsDatabaseWrong => DatabaseBehind > BehindMax;

    /// <summary>Judges the clocks as they show at one instant.</summary>
    /// <param name="process">This process's clock.</param>
    /// <param name="database">The database's clock; null where the process's own is all there is.</param>
    /// <param name="uncertain">By how much the database's clock may show otherwise: half of the way to it.</param>
    /// <param name="recorded">The journal's last time of recording; null while it is empty.</param>
    public static ClockVerdict Of(DateTimeOffset process, DateTimeOffset? database, TimeSpan uncertain, DateTimeOffset? recorded)
    {
        var databaseBehind = AtLeastNone(recorded - database - uncertain);
        var behindDatabase = AtLeastNone(database - uncertain - process);
        var behindJournal = databaseBehind > BehindMax ? TimeSpan.Zero : AtLeastNone(recorded - process);
        return new ClockVerdict(behindDatabase > behindJournal ? behindDatabase : behindJournal, databaseBehind);
    }

    private static TimeSpan AtLeastNone(TimeSpan? behind) => behind > TimeSpan.Zero ? behind.Value : TimeSpan.Zero;
}
