namespace Tocsin.Journal.Timekeeping;

/// <summary>The clock of the database, by which everything is recorded.</summary>
public interface IDatabaseClock
{
    /// <summary>What it shows now.</summary>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellation = default);
}
