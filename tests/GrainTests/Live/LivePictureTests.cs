using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Live;

namespace Tocsin.Tests.GrainTests.Live;

/// <summary>What a silo tells of its picture: whole, in order, as of one position, and nothing half read.</summary>
public sealed class LivePictureTests
{
    private const int Ring = 8;
    private static readonly LiveReader s_reader = new(StreamDefinitions.Catalogue, new LiveMetrics(), NullLogger.Instance);
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_page_does_not_move_the_position_until_the_end_has_been_read()
    {
        var picture = Picture(10);
        picture.Apply(Page(isEnd: false, 11, 12));
        Assert.Equal(10, picture.Position.Value);
        Assert.Empty(picture.After(new JournalPosition(10), 100)!.Value.Events);
        picture.Apply(Page(isEnd: true, 13));
        Assert.Equal(13, picture.Position.Value);
        Assert.Equal([11, 12, 13], Told(picture, 10));
    }

    [Fact]
    public void In_a_flood_the_position_moves_all_the_same()
    {
        var picture = Picture(0);
        for (var page = 1; page < LiveLimits.FullPagesMax; page++)
            picture.Apply(Page(isEnd: false, page));
        Assert.Equal(0, picture.Position.Value);
        picture.Apply(Page(isEnd: false, LiveLimits.FullPagesMax));
        Assert.Equal(LiveLimits.FullPagesMax, picture.Position.Value);
    }

    [Fact]
    public void What_was_loaded_already_is_not_told_again()
    {
        var picture = Picture(12);
        picture.Apply(Page(isEnd: true, 11, 12, 13));
        Assert.Equal([13], Told(picture, 12));
        picture.Apply(Page(isEnd: true, 13));
        Assert.Equal([13], Told(picture, 12));
    }

    [Fact]
    public void Further_back_than_its_ring_reaches_it_says_that_it_does_not_know()
    {
        var picture = Picture(10);
        Assert.Null(picture.After(new JournalPosition(9), 100));
        for (var position = 11; position <= 11 + Ring; position++)
            picture.Apply(Page(isEnd: true, position));
        Assert.Null(picture.After(new JournalPosition(10), 100));
        Assert.Equal(Ring, Told(picture, 11).Count());
    }

    [Fact]
    public void A_page_is_bounded_and_says_up_to_where_it_tells()
    {
        var picture = Picture(0);
        picture.Apply(Page(isEnd: true, 1, 2, 3, 4, 5));
        var page = picture.After(new JournalPosition(1), 2)!.Value;
        Assert.Equal([2, 3], page.Events.Select(e => e.Position.Value));
        Assert.Equal(3, page.Position.Value);
        Assert.Equal(5, picture.After(new JournalPosition(5), 2)!.Value.Position.Value);
    }

    [Fact]
    public void A_page_never_ends_inside_an_append()
    {
        var (picture, command) = (Picture(0), CommandId.New());
        picture.Apply(new JournalPage([Event(1), Event(2, command), Event(3, command), Event(4)], [], true));
        Assert.Equal([1, 2, 3], picture.After(new JournalPosition(0), 2)!.Value.Events.Select(e => e.Position.Value));
    }

    [Fact]
    public void Whoever_waits_is_woken_by_the_next_event_and_not_by_an_empty_page()
    {
        var picture = Picture(10);
        var moved = picture.After(new JournalPosition(10), 100)!.Value.Moved;
        picture.Apply(Page(isEnd: true));
        Assert.False(moved.IsCompleted);
        picture.Apply(Page(isEnd: true, 11));
        Assert.True(moved.IsCompleted);
        Assert.False(picture.After(new JournalPosition(11), 100)!.Value.Moved.IsCompleted);
    }

    private static LivePicture Picture(long start) => new(s_reader, new Epoch("e-1-0"), new JournalPosition(start), Ring);

    private static JournalPage Page(bool isEnd, params long[] positions) => new([.. positions.Select(p => Event(p))], [], isEnd);

    private static JournalEvent Event(long position, CommandId? command = null) => new(
        new JournalPosition(position), new StreamId(StreamKind.Incident, $"i{position}"), 1, "NoteAdded", s_now, s_now,
        command ?? CommandId.New(), "{}", []);

    private static IEnumerable<long> Told(LivePicture picture, long after) =>
        picture.After(new JournalPosition(after), 100)!.Value.Events.Select(e => e.Position.Value);
}
