using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Journal.Writing;
using Tocsin.Secrets;

namespace Tocsin.Journal.Sealing;

/// <summary>
/// Seals the journal at the start of each minute, and logs each seal; the log should be stored elsewhere. Every silo tries, and the first
/// one that writes the row of the minute has sealed it. While the database is unavailable no seal is made; the next one covers that time.
/// </summary>
/// <param name="journal">What is sealed.</param>
/// <param name="store">Stores the seals.</param>
/// <param name="keys">The key.</param>
/// <param name="time">The clock of the minutes.</param>
/// <param name="logger">Logs the seals.</param>
/// <param name="beside">The chain that is sealed beside the journal; null: there is none.</param>
public sealed partial class Sealer(
    IJournal journal,
    ISealStore store,
    IKeyRing keys,
    TimeProvider time,
    ILogger<Sealer> logger,
    ISealedBeside? beside = null) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>Seals the present minute, unless that is done.</summary>
    /// <returns>The seal if this silo made it, else null.</returns>
    public async Task<Seal?> SealAsync(CancellationToken cancellation = default)
    {
        var minute = MinuteOf(time.GetUtcNow());
        var previous = await store.LastSealAsync(cancellation);
        if (previous is not null && previous.Minute >= minute)
            return null;
        var access = beside is null ? null : await beside.CloseAsync(cancellation);
        var (end, _) = await journal.ReadEndAsync(cancellation);
        var heads = store.HeadsAsync(previous?.Position ?? JournalPosition.Start, end, cancellation);
        var seal = await SealText.MakeAsync(keys.KeyFor(KeyPurpose.Seal), minute, end, heads, access, previous, cancellation);
        if (!await store.TryAddSealAsync(seal, previous, cancellation))
            return null;
        LogSealed(
            EventLine.Time(minute), seal.Position, seal.Count, Convert.ToHexStringLower(seal.Digest), Convert.ToHexStringLower(seal.Hmac));
        return seal;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await NextMinuteAsync(stoppingToken);
                await SealAsync(stoppingToken);
            }
            catch (JournalUnavailableException e)
            {
                LogUnsealed(e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // It is over.
            }
            catch (Exception e)
            {
                LogFailed(e);
            }
        }
    }

    // A timer may fire a moment early, still in the minute before.
    private async Task NextMinuteAsync(CancellationToken cancellation)
    {
        var next = MinuteOf(time.GetUtcNow()) + Interval;
        while (next - time.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left > Shortest ? left : Shortest, time, cancellation);
    }

    private static DateTimeOffset MinuteOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % Interval.Ticks), TimeSpan.Zero);

    [LoggerMessage(2501, LogLevel.Information, "Seal {Minute}: position {Position}, {Count} streams moved, digest {Digest}, HMAC {Hmac}")]
    private partial void LogSealed(string minute, JournalPosition position, int count, string digest, string hmac);

    [LoggerMessage(2502, LogLevel.Warning, "This minute was not sealed: {Reason}")]
    private partial void LogUnsealed(string reason);

    [LoggerMessage(2503, LogLevel.Error, "Sealing failed; the next minute tries again")]
    private partial void LogFailed(Exception exception);
}
