using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Looks whether the promise of a synchronous standby is kept, by a commit that waits for it, and tells it: the manager of the database may
/// have ended the promise so that the room goes on, and nobody would notice before the primary is lost.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="choice">What the centre has chosen.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="time">The clock of its interval.</param>
/// <param name="logger">Where it is told.</param>
public sealed partial class StandbyWatch(
    PostgresJournal journal, StandbyChoice choice, StandbyMetrics metrics, TimeProvider time, ILogger<StandbyWatch> logger)
    : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private bool _kept = true;

    /// <summary>Looks once.</summary>
    /// <returns>Whether what is acknowledged now is on a standby.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellation = default)
    {
        var kept = await IsKeptAsync(cancellation);
        metrics.Kept(kept);
        if (kept != _kept && choice != StandbyChoice.None)
            Tell(kept);
        _kept = kept;
        return kept;
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
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(bool kept)
    {
        if (kept)
            LogBack();
        else if (choice == StandbyChoice.Wait)
            LogWaits();
        else
            LogGoesOn();
    }

    private async Task<bool> IsKeptAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await journal.WaitsForStandbyAsync(cancellation))
                return false;
            await journal.ConfirmAsync(journal.Epoch, cancellation);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    [LoggerMessage(
        2421,
        LogLevel.Error,
        "No standby of the database is there, or the database is away: commands are answered as unavailable until one is (Tocsin:Standby)")]
    private partial void LogWaits();

    [LoggerMessage(
        2422,
        LogLevel.Error,
        "No standby of the database is there: what is acknowledged is on one machine only until one is (Tocsin:Standby)")]
    private partial void LogGoesOn();

    [LoggerMessage(2423, LogLevel.Information, "What is acknowledged is on a standby of the database again")]
    private partial void LogBack();

    [LoggerMessage(2424, LogLevel.Error, "The standby could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
