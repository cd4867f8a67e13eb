using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Background;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Access;

/// <summary>
/// Removes spans of the access log whose newest item is older than the configuration lets it become; only those that a seal covers. Every
/// silo looks; a span is removed once.
/// </summary>
internal sealed partial class AccessKeeping(
    IAccessStore store,
    ISealStore seals,
    AccessMetrics metrics,
    IOptions<AccessOptions> options,
    TimeProvider time,
    ILogger<AccessKeeping> logger) : RepeatedService(AccessLimits.RemovalInterval, time)
{
    /// <summary>Removes what has become too old by now.</summary>
    /// <returns>How many items were removed.</returns>
    public async Task<long> RemoveAsync(CancellationToken cancellation)
    {
        if ((await seals.LastSealAsync(cancellation))?.Access is not { } head)
            return 0;
        var before = Time.GetUtcNow() - options.Value.KeepTime;
        var removed = 0L;
        for (var spans = 0; spans < AccessLimits.SpansRemovedMax; spans++)
        {
            if (await store.RemoveSpanAsync(before, head.Version, cancellation) is not { } rows)
                break;
            metrics.Removed(rows);
            removed += rows;
        }

        if (removed > 0)
            LogRemoved(removed, before);
        return removed;
    }

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RemoveAsync(stoppingToken);
        }
        catch (JournalUnavailableException exception)
        {
            LogUnable(exception.Message);
        }
    }

    [LoggerMessage(2651, LogLevel.Information, "{Removed} items of the access log from before {Before} were removed")]
    private partial void LogRemoved(long removed, DateTimeOffset before);

    [LoggerMessage(2652, LogLevel.Warning, "Old items of the access log could not be removed, and will be tried again: {Reason}")]
    private partial void LogUnable(string reason);
}
