using System.Globalization;
using Microsoft.Extensions.Logging;
using Tocsin.Background;
using Tocsin.Live;

namespace Tocsin.PastBoards;

/// <summary>Marks the board every ten minutes, out of this silo's picture. Every silo tries; one mark in that time stays.</summary>
internal sealed partial class BoardMarker(
    LiveBoard board, IBoardMarkStore store, TimeProvider time, ILogger<BoardMarker> logger)
    : RepeatedService(PastBoardLimits.MarkInterval, time)
{
    /// <summary>Marks the board as it is now.</summary>
    public async Task MarkAsync(CancellationToken cancellation = default)
    {
        if (board.Picture is not { } picture)
            return;
        var (items, position) = picture.Part(null, int.MaxValue);
        var lines = string.Join('\n', items.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Stream} {i.Version}")));
        await store.AddAsync(new BoardMark(picture.Epoch, position, Time.GetUtcNow(), lines), cancellation);
    }

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await MarkAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception.Message);
        }
    }

    [LoggerMessage(2621, LogLevel.Warning, "The board was not marked: {Reason}; the next mark is tried in ten minutes")]
    private partial void LogFailed(string reason);
}
