using Microsoft.Extensions.Logging;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Live;

/// <summary>
/// Makes live items of board rows, one by one: a row that this program cannot read is counted and stepped over, and its neighbours stay.
/// </summary>
internal sealed partial class LiveReader(StreamCatalogue kinds, LiveMetrics metrics, ILogger logger)
{
    private bool _told;

    /// <summary>The item of a row; null when its kind stands in no picture, or when it cannot be read.</summary>
    public LiveItem? Read(BoardRow row)
    {
        try
        {
            return kinds.Find(row.Stream)?.Board.Item?.Invoke(row);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            metrics.Unreadable();
            if (!_told)
                LogUnreadable(exception, row.Stream);
            _told = true;
            return null;
        }
    }

    [LoggerMessage(2703, LogLevel.Error,
        "The board row of {Stream} cannot be read; the live picture goes on without it. Further rows are only counted")]
    private partial void LogUnreadable(Exception exception, StreamId stream);
}
