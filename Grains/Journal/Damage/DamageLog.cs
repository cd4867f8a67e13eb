using Microsoft.Extensions.Logging;
using Tocsin.Identity;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Damage;

/// <summary>Counts what is damaged each time that it is read, and logs each of it once.</summary>
/// <param name="metrics">Counts.</param>
/// <param name="logger">Logs.</param>
internal sealed partial class DamageLog(JournalMetrics metrics, ILogger logger)
{
    /// <summary>The most things that are remembered as logged; behind that all of it is only counted.</summary>
    private const int ToldMax = 1_000;

    private readonly HashSet<string> _told = [];
    private readonly Lock _lock = new();

    /// <summary>A board row does not fit its checksum.</summary>
    public void Row(StreamId stream)
    {
        metrics.Damaged(JournalMetrics.DamagedRow);
        if (IsNew($"row {stream}"))
            LogRow(stream);
    }

    /// <summary>An event does not fit its checksum, or is not where it belongs.</summary>
    public void Line(StreamId stream, JournalPosition position)
    {
        metrics.Damaged(JournalMetrics.DamagedLine);
        if (IsNew($"line {position}"))
            LogLine(stream, position);
    }

    /// <summary>The database says that it is damaged.</summary>
    public void File(Exception exception)
    {
        metrics.Damaged(JournalMetrics.DamagedFile);
        if (IsNew($"file {exception.Message}"))
            LogFile(exception);
    }

    private bool IsNew(string what)
    {
        lock (_lock)
            return _told.Count < ToldMax && _told.Add(what);
    }

    [LoggerMessage(2121, LogLevel.Error, "The board row of {Stream} is damaged; what asks for it is answered so, everything else goes on")]
    private partial void LogRow(StreamId stream);

    [LoggerMessage(2122, LogLevel.Error, "The event of {Stream} at position {Position} is damaged or missing; its stream cannot be read")]
    private partial void LogLine(StreamId stream, JournalPosition position);

    [LoggerMessage(2123, LogLevel.Error, "The database says that a part of it is damaged")]
    private partial void LogFile(Exception exception);
}
