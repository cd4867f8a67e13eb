using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Journal.Timekeeping;

/// <summary>
/// Looks whether this process's clock lies behind the journal's end or the database's clock, on both databases. One that does would say
/// "now" of what is past, and refuse what devices report as being in the future: it says so, and the process is not ready until the clock
/// is right.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="recorded">Its last time of recording.</param>
/// <param name="time">This process's clock.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="logger">Where it is told.</param>
/// <param name="database">The database's clock; null: the database is a file, and has none of its own.</param>
public sealed partial class ClockGuard(
    IJournal journal,
    JournalTime recorded,
    TimeProvider time,
    ClockMetrics metrics,
    ILogger<ClockGuard> logger,
    IDatabaseClock? database = null) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Of a clock that stays wrong it is said again after this.</summary>
    public static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(10);

    private long? _saidAt;
    private long? _saidOfDatabaseAt;
    private volatile Measured? _measured;

    /// <summary>The verdict at this instant; null before the first look.</summary>
    public ClockVerdict? Verdict => _measured is { } measured ? Judge(measured) : null;

    /// <summary>Looks once.</summary>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    public async Task<ClockVerdict> LookAsync(CancellationToken cancellation = default)
    {
        await recorded.LoadAsync(journal, cancellation);
        var measured = _measured = await MeasureAsync(cancellation);
        var verdict = Judge(measured);
        metrics.Behind(verdict, ofDatabase: database is not null);
        if (IsDue(!verdict.IsReady, ref _saidAt, out var right))
            LogBehind(verdict.Behind.TotalSeconds, time.GetUtcNow(), recorded.Last, time.GetUtcNow() + measured.Ahead);
        else if (right)
            LogRight();
        if (IsDue(verdict.IsDatabaseWrong, ref _saidOfDatabaseAt, out right))
            LogDatabaseBehind(verdict.DatabaseBehind.TotalSeconds, recorded.Last);
        else if (right)
            LogDatabaseRight();
        return verdict;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (JournalUnavailableException)
            {
                // The writer says so; what was measured last holds until then.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask<Measured> MeasureAsync(CancellationToken cancellation)
    {
        if (database is null)
            return new Measured(null, TimeSpan.Zero);
        var (ahead, uncertain) = await ClockOffset.MeasureAsync(database, time, cancellation);
        return new Measured(ahead, uncertain);
    }

    private ClockVerdict Judge(Measured measured)
    {
        var now = time.GetUtcNow();
        return ClockVerdict.Of(now, now + measured.Ahead, measured.Uncertain, recorded.Last);
    }

    private bool IsDue(bool wrong, ref long? saidAt, out bool right)
    {
        right = !wrong && saidAt is not null;
        if (right)
            saidAt = null;
        if (!wrong || (saidAt is { } said && time.GetElapsedTime(said) < SaidAgainAfter))
            return false;
        saidAt = time.GetTimestamp();
        return true;
    }

    [LoggerMessage(
        2604,
        LogLevel.Error,
        "This process's clock lies {Behind:0.0} s behind: it shows {Now:O}, the journal was last written at {Recorded:O}, the database's "
            + "clock shows {Database:O}. Set the machine's time; the process is not ready until then")]
    private partial void LogBehind(double behind, DateTimeOffset now, DateTimeOffset? recorded, DateTimeOffset? database);

    [LoggerMessage(2605, LogLevel.Information, "This process's clock lies behind no more")]
    private partial void LogRight();

    [LoggerMessage(
        2606,
        LogLevel.Error,
        "The database's clock lies {Behind:0.0} s behind the journal's end, {Recorded:O}: it jumped, now or then. What is recorded bears "
            + "that time until the clock has passed it; set the time of the database's machine")]
    private partial void LogDatabaseBehind(double behind, DateTimeOffset? recorded);

    [LoggerMessage(2607, LogLevel.Information, "The database's clock lies behind the journal's end no more")]
    private partial void LogDatabaseRight();

    [LoggerMessage(2608, LogLevel.Error, "This process's clock could not be judged; it is tried again")]
    private partial void LogFailed(Exception exception);

    /// <param name="Ahead">How far the database's clock is ahead of this process's; null: it has none of its own.</param>
    /// <param name="Uncertain">Give or take so much.</param>
    private sealed record Measured(TimeSpan? Ahead, TimeSpan Uncertain);
}
