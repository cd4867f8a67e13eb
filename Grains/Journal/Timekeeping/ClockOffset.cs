namespace Tocsin.Journal.Timekeeping;

/// <summary>How the database's clock stands to this process's.</summary>
/// <param name="Ahead">How far the database's clock is ahead; negative: behind.</param>
/// <param name="Uncertain">Half of the time that the question took: the offset is known give or take so much.</param>
internal readonly record struct ClockOffset(TimeSpan Ahead, TimeSpan Uncertain)
{
    /// <summary>Measures it now.</summary>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    public static async ValueTask<ClockOffset> MeasureAsync(IDatabaseClock database, TimeProvider time, CancellationToken cancellation)
    {
        var (asked, started) = (time.GetUtcNow(), time.GetTimestamp());
        var theirs = await database.NowAsync(cancellation);

        // The database read its clock at some instant in between, so half of the round trip is unknown.
        var half = time.GetElapsedTime(started) / 2;
        return new ClockOffset(theirs - (asked + half), half);
    }
}
