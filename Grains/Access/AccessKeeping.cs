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
        if (await SealedUpToAsync(cancellation) is not { } upTo)
            return 0;
        var before = Time.GetUtcNow() - options.Value.KeepTime;
        var removed = 0L;
        for (var spans = 0; spans < AccessLimits.SpansRemovedMax; spans++)
        {
            if (await store.RemoveSpanAsync(before, upTo, cancellation) is not { } rows)
                break;
            metrics.Removed(rows);
            removed += rows;
        }

        if (removed > 0)
            LogRemoved(removed, before);
        return removed;
    }

    // The span that the newest signed seal covers; null: there is none. Seals by HMAC, of silos of earlier versions, cover no access log.
    private async Task<long?> SealedUpToAsync(CancellationToken cancellation)
    {
        var newest = await seals.LastSignedAsync(cancellation);
        if (newest is null || !SealParts.Read(newest.Parts).TryGetValue(AccessSpans.PartName, out var hash))
            return null;
        var number = await store.NumberOfAsync(hash, cancellation);
        if (number is null)
            LogUnsealed();
        return number;
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

    [LoggerMessage(
        2653,
        LogLevel.Warning,
        "Nothing of the access log is removed: the span that the newest seal covers is not among its newest ones. The audit says more")]
    private partial void LogUnsealed();
}
