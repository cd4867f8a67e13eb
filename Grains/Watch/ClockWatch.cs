using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Background;
using Tocsin.Firing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Streams;

namespace Tocsin.Watch;

/// <summary>
/// The watch over time: each second and at each change of membership a silo takes what will be due soon of its share, and wakes it,
/// one-way, most urgent first. What is overlooked for longer every silo wakes. However often a stream is woken, its journal says each thing
/// once.
/// </summary>
internal sealed partial class ClockWatch(
    StreamHost host,
    ISiloStatusOracle silos,
    ILocalSiloDetails self,
    IOptions<WatchOptions> options,
    WatchMetrics metrics,
    ILogger<ClockWatch> logger) : MembershipService(silos, host.Time)
{
    private readonly WatchOptions _options = options.Value;
    private readonly WatchBook _book = new(options.Value);
    private bool _blind;
    private bool _toldUnreadable;

    /// <inheritdoc/>
    protected override async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken) =>
        await LookAsync(stoppingToken) ? _options.Interval / 10 : _options.Interval;

    /// <summary>One look; whether there was more than one look may wake.</summary>
    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        try
        {
            // Before it belongs to the cluster it can wake nobody.
            if (Silos.CurrentStatus != SiloStatus.Active)
                return false;
            var now = host.Time.GetUtcNow();
            var active = Silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(s => s.ToParsableString()).ToList();
            var alone = active.Count <= 1;
            var own = self.SiloAddress.ToParsableString();
            var share = alone ? [] : WatchShare.Of(own, active);
            var kinds = host.Kinds.Numbers;
            IReadOnlyList<DueStream> due = alone || share.Count > 0
                ? await host.Journal.ReadDueAsync(new DueQuery(now + _options.Horizon, kinds, share, _options.WakesPerLook), cancellation)
                : [];
            IReadOnlyList<DueStream> overlooked = alone
                ? []
                : await host.Journal.ReadDueAsync(new DueQuery(now - _options.Overlooked, kinds, [], _options.WakesPerLook), cancellation);
            Count(await host.Journal.CountDueAsync(now, kinds, cancellation));
            var (wake, stuck) = _book.Look(due.Concat(overlooked), now);
            foreach (var stream in wake)
            {
                host.Grain(stream.Stream).Wake(stream.DueAt).Ignore();
                metrics.Woke();
            }

            foreach (var stream in stuck)
            {
                metrics.Stuck();
                LogStuck(stream);
            }

            _blind = false;
            metrics.Saw();
            return due.Count == _options.WakesPerLook && wake.Count > 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            // Whatever it was: the watch goes on, or nobody would be told of anything any more.
            if (!_blind)
                LogBlind(exception);
            _blind = true;
            metrics.Blind();
            return false;
        }
    }

    // A stream of a kind that this program does not know has no grain here. It is counted, and stands in the overdue list.
    private void Count(int unreadable)
    {
        metrics.Unreadable(unreadable);
        if (unreadable > 0 && !_toldUnreadable)
            LogUnreadable(unreadable);
        _toldUnreadable = unreadable > 0;
    }

    [LoggerMessage(2801, LogLevel.Error,
        "{Stream} has something due and does not move though it was woken again and again; it is woken ever more rarely")]
    private partial void LogStuck(StreamId stream);

    [LoggerMessage(2802, LogLevel.Error,
        "The watch cannot read the journal and does not see the streams that are due; it retries each second")]
    private partial void LogBlind(Exception exception);

    [LoggerMessage(2803, LogLevel.Error,
        "{Count} streams are due whose kind this program does not know: a newer version wrote them. They stand in the overdue list")]
    private partial void LogUnreadable(int count);
}
