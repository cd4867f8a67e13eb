using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Tocsin.Journal;
using Tocsin.Recording;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>
/// One client on the feed. It has no queue: it reads from the shared frames at its own position, so a slow client costs one batch and its
/// connection's buffer. A client that does not read is disconnected, and reconnects with its position.
/// </summary>
/// <param name="output">The response.</param>
/// <param name="filter">Which frames it gets.</param>
/// <param name="reader">Whose it is: it ends when the token does, and when the subject is blocked.</param>
/// <param name="live">What all clients share.</param>
internal sealed class FeedStream(PipeWriter output, FeedFilter filter, CallerPrincipal reader, FeedSources live)
{
    private static readonly uint Position = PersonalFields.Of("position");

    private readonly List<Frame> _batch = [];
    private JournalPosition _position;
    private long _tick;
    private long _reporting;
    private long _presence;
    private long _saidAt;
    private long _wroteAt;

    /// <summary>The personal fields that the client was shown; see <see cref="PersonalFields"/>.</summary>
    public uint Shown { get; private set; }

    /// <summary>Writes until the client disconnects, or is disconnected.</summary>
    /// <param name="picture">The board that it follows.</param>
    /// <param name="after">The position after which it begins.</param>
    /// <param name="gone">Cancelled when the client disconnects or the gateway stops.</param>
    public async Task RunAsync(BoardPicture picture, JournalPosition after, CancellationToken gone)
    {
        _position = after;
        Say(after);
        var current = false;
        while (!gone.IsCancellationRequested)
        {
            // Read before the frames: an event in between completes it.
            var moved = live.Follower.Moved;
            if (live.Follower.Picture != picture)
            {
                await EndAsync("reset", "{}"u8.ToArray(), null, gone);
                return;
            }

            if (live.Blocked.Has(reader.Caller.Subject))
            {
                await EndAsync("cut", """{"code":"blocked"}"""u8.ToArray(), "blocked", gone);
                return;
            }

            if (live.Time.GetUtcNow() >= reader.Ends)
            {
                await EndAsync("cut", """{"code":"unauthenticated"}"""u8.ToArray(), "unauthenticated", gone);
                return;
            }

            _batch.Clear();
            if (picture.FramesAfter(_position, _batch, out var newest))
            {
                current = true;
                WriteFrames(newest);
            }
            else if (current)
            {
                await EndAsync("cut", TooSlow, "tooSlow", gone);
                return;
            }
            else
            {
                await CatchUpAsync(picture, gone);
            }

            WriteTelemetry(picture);
            if (!await FlushAsync(gone))
                return;
            if (_position < newest)
                continue;
            await moved;
            await PauseAsync(gone);
        }
    }

    private static byte[] TooSlow => """{"code":"tooSlow"}"""u8.ToArray();

    private void WriteFrames(JournalPosition newest)
    {
        var now = live.Time.GetUtcNow();
        var written = 0;
        foreach (var frame in _batch)
        {
            if (frame.For(filter, now) is not { } bytes)
                continue;
            output.Write(bytes);
            Shown |= frame.FieldsOf(bytes);
            written++;
        }

        if (_batch.Count > 0)
            _position = _batch[^1].Event.Position;
        else if (_position < newest)
            _position = newest;
        if (written > 0)
        {
            _saidAt = live.Time.GetTimestamp();
            live.Metrics.Wrote(written, now - _batch[^1].Event.RecordedAt);
        }
        else if (live.Time.GetElapsedTime(_saidAt) >= live.Timing.HeartbeatInterval)
        {
            Say(_position);
        }
    }

    // Older events than memory has: from the journal, a page at a time, and for a few clients at once.
    private async Task CatchUpAsync(BoardPicture picture, CancellationToken gone)
    {
        await live.CatchUps.WaitAsync(gone);
        try
        {
            var page = await live.ReadOldAsync(_position, gone);

            // A silo without events after this position is behind this gateway, and one of another epoch is ahead of it: neither means
            // that there are none.
            if (page.Events.Count == 0 || page.Epoch != picture.Epoch)
            {
                await Task.Delay(FeedLimits.RetryDelay, live.Time, gone);
                return;
            }

            _batch.AddRange(picture.FramesOf(page));
            WriteFrames(_batch[^1].Event.Position);
        }
        finally
        {
            live.CatchUps.Release();
        }
    }

    private void WriteTelemetry(BoardPicture picture)
    {
        if (filter.Positions.Any && live.Telemetry.Positions(filter, picture, ref _tick) is { } positions)
        {
            output.Write(positions);
            Shown |= Position;
        }

        if (live.Telemetry.Reporting(filter, picture, ref _reporting) is { } reporting)
            output.Write(reporting);
        if (filter.Presence && live.Telemetry.Presences(ref _presence) is { } presences)
            output.Write(presences);
    }

    private void Say(JournalPosition position)
    {
        output.Write(FrameText.Passed(position.Value));
        _saidAt = live.Time.GetTimestamp();
    }

    private async ValueTask<bool> FlushAsync(CancellationToken gone)
    {
        var flush = output.FlushAsync(gone);
        _wroteAt = live.Time.GetTimestamp();
        if (flush.IsCompletedSuccessfully)
            return !flush.Result.IsCompleted;
        var pending = flush.AsTask();
        try
        {
            return !(await pending.WaitAsync(live.Timing.SlowAfter, live.Time, gone)).IsCompleted;
        }
        catch (TimeoutException)
        {
            live.Metrics.Cut("tooSlow");
            await ((Task)pending).WaitAsync(live.Timing.CutWait, live.Time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!pending.IsCompletedSuccessfully)
                throw new ConnectionAbortedException("The client reads nothing.");
            await EndAsync("cut", TooSlow, null, gone);
            return false;
        }
    }

    private async Task EndAsync(string name, byte[] json, string? code, CancellationToken gone)
    {
        if (code is not null)
            live.Metrics.Cut(code);
        output.Write(FrameText.Named(name, json));
        await ((Task)output.FlushAsync(gone).AsTask())
            .WaitAsync(live.Timing.SlowAfter, live.Time, gone)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Events in quick succession are sent together.
    private async Task PauseAsync(CancellationToken gone)
    {
        var since = live.Time.GetElapsedTime(_wroteAt);
        if (since < FeedLimits.WriteInterval)
            await Task.Delay(FeedLimits.WriteInterval - since, live.Time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
