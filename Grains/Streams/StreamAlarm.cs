namespace Tocsin.Streams;

/// <summary>
/// The timer with which a stream's grain sharpens the watch to milliseconds: armed for what is due soon, it rings, and what is due is
/// fired. One that rings early arms itself again; one that is lost with its silo is not missed, the watch wakes the grain elsewhere. Runs
/// on the grain's turns only.
/// </summary>
internal sealed class StreamAlarm(
    StreamHost host, Func<Func<CancellationToken, Task>, IGrainTimer> newTimer, Func<DateTimeOffset, Task> ring)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private IGrainTimer? _timer;
    private DateTimeOffset? _at;
    private bool _ringing;

    /// <summary>
    /// Sets it: what is due later than the watch looks ahead is left to the watch. Nothing is due: nothing changes, an alarm for nothing
    /// fires nothing.
    /// </summary>
    public void Set(DateTimeOffset? dueAt)
    {
        if (dueAt is not { } at || at - host.Now > host.Watch.Options.Horizon || _at <= at)
            return;
        _at = at;
        if (!_ringing)
            Arm(at);
    }

    private void Arm(DateTimeOffset at)
    {
        _timer ??= newTimer(_ => RingAsync());
        var left = at - host.Now;
        _timer.Change(left > Shortest ? left : Shortest, Timeout.InfiniteTimeSpan);
    }

    private async Task RingAsync()
    {
        if (_ringing || _at is not { } at)
            return;
        if (at > host.Now)
        {
            Arm(at);
            return;
        }

        _ringing = true;
        _at = null;
        try
        {
            await host.Watch.FireAsync(() => ring(at));
        }
        finally
        {
            _ringing = false;

            // What has not moved (the journal cannot be written, or others were faster) is left to the watch: no alarm rings without end.
            if (_at <= at)
                _at = null;
            if (_at is { } next)
                Arm(next);
        }
    }
}
