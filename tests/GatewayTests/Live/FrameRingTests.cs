using Tocsin.Journal;
using Tocsin.Live;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>The newest frames: in order, bounded in number and in bytes, and never silent about what is gone.</summary>
public sealed class FrameRingTests
{
    private const int All = int.MaxValue;

    [Fact]
    public void Frames_after_a_position_come_in_order_and_positions_may_have_gaps()
    {
        var ring = Ring(10, 11, 12, 15, 20);
        Assert.Equal([12, 15, 20], After(ring, 11));
        Assert.Equal([15, 20], After(ring, 13));
        Assert.Equal([11, 12, 15, 20], After(ring, 10));
        Assert.Equal([], After(ring, 20)!);
        Assert.Equal([], After(ring, 99)!);
    }

    [Fact]
    public void What_lies_before_its_start_it_does_not_have_and_says_so()
    {
        Assert.Null(After(Ring(10, 11), 9));
        Assert.Equal([], After(Ring(10), 10)!);
    }

    [Fact]
    public void Of_more_frames_than_it_holds_the_newest_stay()
    {
        var ring = Ring(0, [.. Enumerable.Range(1, FeedLimits.FramesMax + 5).Select(p => (long)p)]);
        Assert.Null(After(ring, 4));
        Assert.Equal(FeedLimits.FramesMax, After(ring, 5)!.Count);
        Assert.Equal(6, After(ring, 5)![0]);
    }

    [Fact]
    public void Of_more_bytes_than_it_holds_the_newest_stay_and_the_last_frame_always()
    {
        var megabyte = new byte[1024 * 1024];
        var ring = new FrameRing(new JournalPosition(0));
        for (var position = 1; position <= 70; position++)
            ring.Add(Frame(position, megabyte));
        Assert.Null(After(ring, 5));
        Assert.Equal(64, After(ring, 6)!.Count);
        ring.Add(Frame(71, new byte[FeedLimits.FrameBytesMax + 1]));
        Assert.Null(After(ring, 69));
        Assert.Equal([71], After(ring, 70));
    }

    [Fact]
    public void A_batch_ends_when_it_is_full_and_has_one_frame_at_least()
    {
        var ring = new FrameRing(new JournalPosition(0));
        for (var position = 1; position <= 5; position++)
            ring.Add(Frame(position, new byte[100]));
        Assert.Equal([1], After(ring, 0, 1));
        Assert.Equal([1], After(ring, 0, 100));
        Assert.Equal([1, 2], After(ring, 0, 101));
        Assert.Equal([3, 4, 5], After(ring, 2, 300));
    }

    private static FrameRing Ring(long start, params long[] positions)
    {
        var ring = new FrameRing(new JournalPosition(start));
        foreach (var position in positions)
            ring.Add(Frame(position, [1]));
        return ring;
    }

    /// <summary>A frame of a size: what its event does not make up, its view does.</summary>
    private static Frame Frame(long position, byte[] size)
    {
        var happened = ToldJournal.Event(position);
        return new Frame(happened, new byte[Math.Max(0, size.Length - happened.Json.Length)], null, null, null);
    }

    private static List<long>? After(FrameRing ring, long after, int bytes = All)
    {
        var frames = new List<Frame>();
        return ring.After(new JournalPosition(after), bytes, frames) ? [.. frames.Select(f => f.Event.Position.Value)] : null;
    }
}
