using Tocsin.Firing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Watch;

namespace Tocsin.Tests.GrainTests.Watch;

/// <summary>Whom the watch wakes, and how often.</summary>
public sealed class WatchBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly StreamId One = new(StreamKind.Incident, "one");
    private static readonly StreamId Two = new(StreamKind.Incident, "two");

    private readonly WatchBook _book = new(new WatchOptions());

    [Fact]
    public void What_is_due_soon_is_woken_once()
    {
        Assert.Equal([One], Wake(0, (One, 3)));
        Assert.Empty(Wake(1, (One, 3)));
        Assert.Empty(Wake(2, (One, 3)));
    }

    [Fact]
    public void What_moved_is_woken_again()
    {
        Wake(0, (One, 3));
        Assert.Equal([One], Wake(1, (One, 4)));
    }

    [Fact]
    public void What_stays_undone_is_woken_again_from_when_it_is_late()
    {
        Wake(0, (One, 3));
        Assert.Empty(Wake(3, (One, 3)));
        Assert.Equal([One], Wake(4, (One, 3)));
        Assert.Equal([One], Wake(5, (One, 3)));
    }

    [Fact]
    public void What_never_moves_is_woken_ever_more_rarely_and_said_once()
    {
        var wakes = new List<int>();
        var stuck = 0;
        for (var second = 0; second <= 600; second++)
        {
            var (wake, said) = _book.Look([new DueStream(One, Start)], Start.AddSeconds(second));
            wakes.AddRange(wake.Select(_ => second));
            stuck += said.Count;
        }

        Assert.Equal([0, 1, 2, 3], wakes.Take(4));
        Assert.Equal(1, stuck);
        Assert.InRange(wakes.Count, 10, 25);
        Assert.All(wakes.Zip(wakes.Skip(1)), gap => Assert.InRange(gap.Second - gap.First, 1, 60));
    }

    [Fact]
    public void What_is_gone_is_forgotten()
    {
        Wake(0, (One, 0), (Two, 0));
        Assert.Equal(2, _book.Count);
        Wake(1, (Two, 0));
        Assert.Equal(1, _book.Count);
    }

    [Fact]
    public void A_stream_that_stands_in_a_look_twice_is_woken_once() => Assert.Equal([One], Wake(0, (One, -3), (One, -3)));

    private IEnumerable<StreamId> Wake(int second, params (StreamId Stream, int Due)[] due) =>
        _book.Look(due.Select(d => new DueStream(d.Stream, Start.AddSeconds(d.Due))), Start.AddSeconds(second)).Wake.Select(d => d.Stream);
}
