using System.Text;
using Tocsin.Tests.Load.Feed;

namespace Tocsin.Tests.LoadTests.Feed;

/// <summary>Server-sent events as a client of the load program reads them.</summary>
public sealed class FeedFrameTests
{
    private const string Event = "id: 7\nevent: NoteAdded\ndata: "
        + "{\"position\":7,\"stream\":\"incident/i\",\"recordedAt\":\"2026-11-24T02:10:11.123Z\",\"view\":null}\n\n";

    [Fact]
    public void Whole_frames_are_taken_and_half_a_frame_is_left()
    {
        ReadOnlySpan<byte> buffer = Encoding.UTF8.GetBytes("id: 6\n\n" + Event + "event: positions\ndata: []\n\nid: 8\nevent: No");
        Assert.True(FeedFrame.TryTake(ref buffer, out var heartbeat));
        Assert.True(heartbeat is { Id: 6, Name.IsEmpty: true });
        Assert.True(FeedFrame.TryTake(ref buffer, out var happened));
        Assert.Equal((7, "NoteAdded"), (happened.Id, Encoding.UTF8.GetString(happened.Name)));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 2, 10, 11, 123, TimeSpan.Zero), happened.RecordedAt());
        Assert.True(FeedFrame.TryTake(ref buffer, out var positions));
        Assert.True(positions is { Id: null, Name.Length: 9 });
        Assert.False(FeedFrame.TryTake(ref buffer, out _));
        Assert.Equal("id: 8\nevent: No", Encoding.UTF8.GetString(buffer));
    }

    [Fact]
    public void The_digest_is_of_the_event_and_not_of_its_view()
    {
        Assert.Equal(Digest(Event), Digest(Event.Replace("null", "{\"version\":9}", StringComparison.Ordinal)));
        Assert.NotEqual(Digest(Event), Digest(Event.Replace("incident/i", "incident/j", StringComparison.Ordinal)));
        Assert.NotEqual(Digest(Event), Digest(Event.Replace("NoteAdded", "NoteGone", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("id: x\n\n")]
    [InlineData("id: 1.5\n\n")]
    [InlineData("<html>\n\n")]
    public void What_is_no_feed_is_said_to_be_none(string text) => Assert.Throws<FormatException>(() =>
    {
        ReadOnlySpan<byte> buffer = Encoding.UTF8.GetBytes(text);
        FeedFrame.TryTake(ref buffer, out _);
    });

    private static ulong Digest(string text)
    {
        ReadOnlySpan<byte> buffer = Encoding.UTF8.GetBytes(text);
        Assert.True(FeedFrame.TryTake(ref buffer, out var frame));
        return frame.Digest();
    }
}
