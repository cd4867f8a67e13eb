using System.Globalization;
using Tocsin.Tests.Load.Feed;

namespace Tocsin.Tests.Load.Consoles;

/// <summary>
/// One console on the feed, as cheap as one can be: it counts bytes, finds where frames end, looks at each position and at the time of a
/// few. Positions of a journal follow one another without a gap, so that is enough to know what it missed, got twice or out of order.
/// </summary>
/// <param name="gateway">Where it hangs.</param>
/// <param name="counts">Where it notes what it saw.</param>
/// <param name="whole">Reads every event whole; null for all consoles but one.</param>
/// <param name="random">The run of chance.</param>
/// <param name="clock">The clock.</param>
public sealed class ConsoleClient(FeedConnection gateway, ConsoleCounts counts, WholeReader? whole, Random random, TimeProvider clock)
{
    /// <summary>Of how many events the time of one is looked at.</summary>
    public const int SampleEach = 16;

    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] buffer = new byte[64 * 1024];
    private string epoch = "";
    private long passed;
    private int untilSample = random.Next(SampleEach);
    private DateTimeOffset connectedAt;

    /// <summary>Completes when it hangs on the feed for the first time.</summary>
    public Task Opened => opened.Task;

    /// <summary>Up to where it was told.</summary>
    public long Passed => Volatile.Read(ref passed);

    /// <summary>Follows from a position of a board until it is told to stop.</summary>
    public async Task RunAsync(string boardEpoch, long position, CancellationToken stop)
    {
        (epoch, passed) = (boardEpoch, position);
        for (var comesBack = false; !stop.IsCancellationRequested; comesBack = true)
        {
            try
            {
                await FollowAsync(comesBack, stop);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // Below.
            }

            if (stop.IsCancellationRequested)
                return;
            counts.Cut();
            await Task.Delay(PauseMax * random.NextDouble(), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(bool comesBack, CancellationToken stop)
    {
        using var answer = await gateway.FeedAsync(passed, epoch, comesBack, stop, plain: true);
        await using var stream = await answer.Content.ReadAsStreamAsync(stop);
        connectedAt = clock.GetUtcNow();
        opened.TrySetResult();
        var held = 0;
        while (true)
        {
            if (held == buffer.Length)
            {
                Array.Resize(
                    ref buffer,
                    buffer.Length < FeedRunOptions.FrameBytesMax
                        ? buffer.Length * 2
                        : throw new IOException("A frame is longer than any may be."));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(held), stop);
            if (read == 0)
                return;
            counts.Read(read);
            if (!Take(held + read, out held))
            {
                (epoch, var position) = await gateway.BoardAsync(stop);
                Volatile.Write(ref passed, position);
                return;
            }
        }
    }

    // False: the board is to be taken anew.
    private bool Take(int length, out int held)
    {
        ReadOnlySpan<byte> left = buffer.AsSpan(0, length);
        var events = 0;
        var goesOn = true;
        while (goesOn && FrameScan.TryScan(left, out var frame))
        {
            if (frame is { Id: >= 0, IsEvent: true })
            {
                events++;
                Note(left[..frame.Length], frame.Id);
            }
            else if (frame.Id > passed)
            {
                counts.Miss(frame.Id - passed);
                Volatile.Write(ref passed, frame.Id);
            }
            else if (frame is { Id: < 0, IsEvent: true } && left.StartsWith("event: reset"u8))
            {
                counts.Reset();
                goesOn = false;
            }

            left = left[frame.Length..];
        }

        counts.Told(events);
        left.CopyTo(buffer);
        held = left.Length;
        return goesOn;
    }

    private void Note(ReadOnlySpan<byte> frame, long id)
    {
        if (id <= passed)
        {
            counts.Repeat();
            return;
        }

        if (id > passed + 1)
            counts.Miss(id - passed - 1);
        Volatile.Write(ref passed, id);
        whole?.Read(frame, id);
        if (--untilSample > 0)
            return;
        untilSample = SampleEach;
        var name = "\"recordedAt\":\""u8;
        var at = frame.IndexOf(name);
        Span<char> text = stackalloc char[24];
        if (at < 0 || at + name.Length + text.Length > frame.Length)
            return;
        System.Text.Encoding.ASCII.GetChars(frame.Slice(at + name.Length, text.Length), text);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var recordedAt)
            && recordedAt >= connectedAt)
        {
            counts.Sample(clock.GetUtcNow() - recordedAt);
        }
    }
}
