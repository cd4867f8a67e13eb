using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Looks whether PostgreSQL has checksums of its own for its pages, and how many did not fit. They cover what no checksum of ours does: the
/// other tables, the indexes, and where rows stand.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="time">The clock of its interval.</param>
/// <param name="logger">Where it is told.</param>
public sealed partial class ChecksumWatch(
    PostgresJournal journal, ChecksumMetrics metrics, TimeProvider time, ILogger<ChecksumWatch> logger)
    : BackgroundService
{
    /// <summary>How often it looks: another server may have taken over.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private bool _told;

    /// <summary>Looks once.</summary>
    /// <returns>Whether pages have checksums.</returns>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    public async Task<bool> LookAsync(CancellationToken cancellation = default)
    {
        var (on, failures) = await journal.ReadChecksumsAsync(cancellation);
        metrics.Looked(on, failures);
        if (!on && !_told)
            LogOff();
        _told = !on;
        return on;
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
                // Others tell that.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        2431,
        LogLevel.Warning,
        "PostgreSQL writes no checksums of its pages, and cannot say when its disk returns something else than was written: stop it, run "
            + "pg_checksums --enable, and start it again")]
    private partial void LogOff();

    [LoggerMessage(2432, LogLevel.Error, "The database's checksums could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
