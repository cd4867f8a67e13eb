using System.Text;
using System.Text.Json;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// One client as the contract wants it: the board, then the feed from its position, and after every cut the feed from where it was. It
/// keeps a bit for each position and a sum of digests, nothing of the events themselves.
/// </summary>
public sealed class FeedClient(FeedConnection gateway, FeedClock clock, FeedRecording? recording, Random random)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> ends = [];
    private byte[] buffer = new byte[16 * 1024];
    private string epoch = "";
    private long passed;
    private DateTimeOffset connectedAt;
    private int tries;

    /// <summary>Completes when it hangs on the feed for the first time.</summary>
    public Task Opened => opened.Task;

    /// <summary>Up to where it was told.</summary>
    public long Passed => Volatile.Read(ref passed);

    /// <summary>What it saw; null before it had a board.</summary>
    public SeenPositions? Seen { get; private set; }

    /// <summary>The sum of the digests of what it saw.</summary>
    public ulong Sum { get; private set; }

    /// <summary>Events that came although they had come before.</summary>
    public int Repeated { get; private set; }

    /// <summary>Events that came for the first time, but behind a later one.</summary>
    public int OutOfOrder { get; private set; }

    /// <summary>How often it was told to take the board anew.</summary>
    public int Resets { get; private set; }

    /// <summary>How often it hung on the feed.</summary>
    public int Connections { get; private set; }

    /// <summary>How its connections ended, and how often.</summary>
    public IReadOnlyDictionary<string, int> Ends => ends;

    /// <summary>Follows until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Note(await FollowAsync(stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                Note(e is HttpRequestException { StatusCode: { } status }
                    ? $"http{(int)status}"
                    : e is OperationCanceledException ? "silent" : "lost");
            }

            await Task.Delay(Pause(), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Doubled with each try that came to nothing, and never the same for all who were cut at the same moment.
    private TimeSpan Pause()
    {
        var longest = ShortestPause * Math.Pow(2, Math.Min(tries++, 10));
        return (longest < LongestPause ? longest : LongestPause) * (0.5 + random.NextDouble() / 2);
    }

    private void Note(string end) => ends[end] = ends.GetValueOrDefault(end) + 1;

    private async Task<string> FollowAsync(CancellationToken stop)
    {
        if (Seen is null)
        {
            (epoch, passed) = await gateway.BoardAsync(stop);
            Seen = new SeenPositions(passed);
        }

        using var answer = await gateway.FeedAsync(passed, epoch, Connections > 0, stop);
        await using var stream = await answer.Content.ReadAsStreamAsync(stop);
        Connections++;
        connectedAt = DateTimeOffset.UtcNow;
        opened.TrySetResult();
        return await ReadAsync(stream, stop);
    }

    private async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var silent = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var held = 0;
        while (true)
        {
            if (held == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, FeedRunOptions.FrameBytesMax));
            if (held == buffer.Length)
                throw new IOException("A frame is longer than any may be.");
            silent.CancelAfter(FeedRunOptions.SilentFor);
            var read = await stream.ReadAsync(buffer.AsMemory(held), silent.Token);
            if (read == 0)
                return "ended";
            var now = DateTimeOffset.UtcNow;
            recording?.Take(now, buffer.AsSpan(held, read));
            held += read;
            if (TakeFrames(ref held, now) is not { } end)
                continue;
            if (end == "reset")
                await StartAnewAsync(stop);
            return end;
        }
    }

    private string? TakeFrames(ref int held, DateTimeOffset now)
    {
        ReadOnlySpan<byte> left = buffer.AsSpan(0, held);
        while (FeedFrame.TryTake(ref left, out var frame))
        {
            if (Take(frame, now) is { } end)
                return end;
        }

        left.CopyTo(buffer);
        held = left.Length;
        return null;
    }

    // Not null: this is its last frame.
    private string? Take(FeedFrame frame, DateTimeOffset now)
    {
        tries = 0;
        if (frame.Id is not { } id)
        {
            return frame.Name.SequenceEqual("reset"u8) ? "reset" : !frame.Name.SequenceEqual("cut"u8) ? null
                : "cut " + JsonDocument.Parse(Encoding.UTF8.GetString(frame.Data)).RootElement.GetProperty("code").GetString();
        }

        if (frame.Name.IsEmpty)
        {
            // Where it was told to; an event that comes below it afterwards is out of order.
            Volatile.Write(ref passed, Math.Max(passed, id));
            return null;
        }

        if (id <= Seen!.Start || !Seen.Add(id))
        {
            Repeated++;
            return null;
        }

        if (id <= passed)
            OutOfOrder++;
        Sum = unchecked(Sum + frame.Digest());
        clock.Note(frame.RecordedAt(), connectedAt, now);
        Volatile.Write(ref passed, Math.Max(passed, id));
        return null;
    }

    // What lies between is missed, and judged so.
    private async Task StartAnewAsync(CancellationToken stop)
    {
        Resets++;
        (epoch, var position) = await gateway.BoardAsync(stop);
        Volatile.Write(ref passed, Math.Max(passed, position));
    }
}
