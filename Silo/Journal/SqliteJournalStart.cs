using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal;

/// <summary>
/// Opens the journal when the host starts, so that a folder that cannot be used stops the start and not the first command.
/// </summary>
internal sealed partial class SqliteJournalStart(IServiceProvider services, ILogger<SqliteJournalStart> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var directory = services.GetRequiredService<DataDirectory>();
        var journal = services.GetRequiredService<SqliteJournal>();
        LogOpened(logger, directory.Path, journal.Epoch);
        if (directory.LogDamage is { } damage)
        {
            services.GetRequiredService<JournalMetrics>().Damaged(JournalMetrics.DamagedFile);
            LogDamaged(logger, damage.Frame, damage.Commits, damage.Kept);
        }

        if (directory.IsSchemaDamaged)
        {
            services.GetRequiredService<JournalMetrics>().Damaged(JournalMetrics.DamagedFile);
            LogSchema(logger, directory.Path);
        }

        if (directory.Closed.Count > 0)
            LogClosed(logger, directory.Path, string.Join(", ", directory.Closed));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2110, LogLevel.Information, "The journal in {Directory} is open, epoch {Epoch}.")]
    private static partial void LogOpened(ILogger logger, string directory, Epoch epoch);

    [LoggerMessage(
        2124,
        LogLevel.Error,
        "The journal's write-ahead log was damaged at frame {Frame}: SQLite dropped {Commits} commits that had been acknowledged. "
            + "It is kept as {Kept}; this is another history from here on")]
    private static partial void LogDamaged(ILogger logger, int frame, int commits, string? kept);

    [LoggerMessage(
        2125,
        LogLevel.Error,
        "The schema in the journal's file in {Directory} is damaged: it does not fit its checksum. Bring a backup back (docs/backup.md)")]
    private static partial void LogSchema(ILogger logger, string directory);

    [LoggerMessage(
        2115,
        LogLevel.Warning,
        "The data folder {Directory} was open to other accounts of this machine. Closed to all but its owner: {Entries}")]
    private static partial void LogClosed(ILogger logger, string directory, string entries);
}
