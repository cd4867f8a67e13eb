using System.Text;
using Tocsin.Tests.Load.Consoles;

namespace Tocsin.Tests.LoadTests.Consoles;

/// <summary>What a cheap console sees of a frame.</summary>
public sealed class FrameScanTests
{
    [Theory]
    [InlineData("id: 12\nevent: NoteAdded\ndata: {}\n\n", 12, true)]
    [InlineData("id: 12\n\n", 12, false)]
    [InlineData("event: positions\ndata: []\n\n", -1, true)]
    [InlineData("event: reset\ndata: {}\n\nid: 3\n\n", -1, true)]
    public void It_sees_the_position_and_whether_something_happened(string text, long id, bool isEvent)
    {
        Assert.True(FrameScan.TryScan(Encoding.UTF8.GetBytes(text), out var frame));
        Assert.Equal((id, isEvent), (frame.Id, frame.IsEvent));
        Assert.Equal(text.IndexOf("\n\n", StringComparison.Ordinal) + 2, frame.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id: 1")]
    [InlineData("id: 12\nevent: NoteAdded\ndata: {}\n")]
    public void A_part_of_a_frame_is_none(string text) => Assert.False(FrameScan.TryScan(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void The_console_that_reads_all_notes_what_is_broken_and_what_comes_out_of_order()
    {
        var counts = new ConsoleCounts();
        var reader = new WholeReader(counts);

        Read(7, """{"position":7,"stream":"call/1","version":1}""");
        Read(8, """{"position":8,"stream":"call/1","version":2}""");
        Assert.Equal((0, 0), (counts.Broken, counts.OutOfOrder));

        Read(9, """{"position":9,"stream":"call/1","version":4}""");
        Read(10, """{"position":11,"stream":"call/2","version":1}""");
        Read(11, "{nonsense");
        Assert.Equal((2, 1), (counts.Broken, counts.OutOfOrder));

        void Read(long position, string data) => reader.Read(
            Encoding.UTF8.GetBytes($"id: {position}\nevent: X\ndata: {data}\n\n"), position);
    }
}
