using System.Collections.Frozen;
using Tocsin.Calling;
using Tocsin.Json;
using Tocsin.Policies;

namespace Tocsin.SignIn;

/// <summary>
/// The subjects that are blocked, as this gateway knows them: read before the first token is believed, and again as soon as the live feed
/// tells of a change.
/// </summary>
internal sealed partial class BlockedSubjects(
    IGrainFactory grains, GrainCaller caller, TimeProvider time, ILogger<BlockedSubjects> logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private volatile Known? _known;
    private int _wanted;
    private Task? _following;

    /// <summary>Whether the list was read.</summary>
    public bool AreKnown => _known is not null;

    /// <summary>Whether a subject is blocked now.</summary>
    public bool Has(string subject) =>
        _known is { Until.Count: > 0 } known && known.Until.TryGetValue(subject, out var until) && time.GetUtcNow() < until;

    /// <summary>Reads the list.</summary>
    /// <exception cref="ClusterUnavailableException">No silo answers.</exception>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var view = await ViewAsync(cancellation);
        var next = new Known(
            view.Version, view.Items.ToFrozenDictionary(b => b.Subject, b => b.Until ?? DateTimeOffset.MaxValue, StringComparer.Ordinal));
        lock (_lock)
        {
            if (_known is not { } known || known.Version <= next.Version)
                _known = next;
        }
    }

    /// <summary>The list has changed, or may have: it is read until it is as new as that.</summary>
    /// <param name="version">The version that is known to exist; 0: any.</param>
    /// <param name="stopping">Cancelled when the gateway stops.</param>
    public void Changed(int version, CancellationToken stopping)
    {
        lock (_lock)
        {
            _wanted = Math.Max(_wanted, version);
            _following ??= FollowAsync(stopping);
        }
    }

    /// <summary>The journal is another one: whatever was known is of no worth.</summary>
    public void Forget(CancellationToken stopping)
    {
        lock (_lock)
        {
            // Until it is read, the old list holds: nobody who was blocked comes in by the way.
            if (_known is { } known)
                _known = known with { Version = 0 };
            _wanted = 0;
            _following ??= FollowAsync(stopping);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stopping);
                lock (_lock)
                {
                    if (_known!.Version >= _wanted)
                    {
                        _following = null;
                        return;
                    }
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (exception is not ClusterUnavailableException)
                    LogFailed(exception);
            }

            await Task.Delay(RetryDelay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<BlockedSubjectsView> ViewAsync(CancellationToken cancellation)
    {
        try
        {
            var thing = await caller.Call(
                CallPolicy.Read, _ => grains.GetGrain<IPolicyReadingGrain>(0).BlockedSubjects(), cancellation);
            return TocsinJson.Read<BlockedSubjectsView>(thing.Json);
        }
        catch (Exception exception) when (exception is TypeLoadException or NotYetEverywhereException)
        {
            // A silo of an older program knows no such list, and blocks nobody.
            return new BlockedSubjectsView([], 0);
        }
    }

    private sealed record Known(int Version, FrozenDictionary<string, DateTimeOffset> Until);

    [LoggerMessage(3041, LogLevel.Error, "Unexpected exception while the blocked subjects were read; it is tried again")]
    private partial void LogFailed(Exception exception);
}
