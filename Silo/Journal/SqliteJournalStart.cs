using Tocsin.Journal.Sqlite;

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
        if (directory.Closed.Count > 0)
            LogClosed(logger, directory.Path, string.Join(", ", directory.Closed));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2110, LogLevel.Information, "The journal in {Directory} is open, epoch {Epoch}.")]
    private static partial void LogOpened(ILogger logger, string directory, Epoch epoch);

    [LoggerMessage(
        2115,
        LogLevel.Warning,
        "The data folder {Directory} was open to other accounts of this machine. Closed to all but its owner: {Entries}")]
    private static partial void LogClosed(ILogger logger, string directory, string entries);
}
