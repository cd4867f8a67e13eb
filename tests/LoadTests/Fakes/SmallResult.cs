using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>A result made by hand: 1,000 commands in ten seconds, all well.</summary>
public static class SmallResult
{
    public static LoadResult Good { get; } = Make();

    private static LoadResult Make()
    {
        var book = new LatencyBook();
        for (var i = 1; i <= 1_000; i++)
            book.Note(
                i % 2 == 0 ? "ring" : "assign", TimeSpan.FromMilliseconds(i / 10.0), TimeSpan.FromMilliseconds(i / 20.0), null, false);
        var (latency, service) = book.Whole();
        var none = LatencyFigures.Of("none", LatencyBook.NewHistogram());
        return new LoadResult(
            LoadResult.SchemaVersion, "1", new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), 7, Nation.Profile,
            [new Uri("http://127.0.0.1:1/")], "0.1.0",
            new Machine("AMD EPYC", 2, 4L << 30, "Linux", ".NET"), 10, 10, false,
            new StoryFigures(750, 260, 0, 0, 3, 2, 0, 0, 0, 500_000), new KindFigures("all", latency, service), KindFigures.Of(book), [],
            [], 1_000, 0, [], [],
            new FeedFigures(200, 5_000, 1_000_000, 0, 0, 0, 0, 0, 0, 0, none), new ClockFigures(null, null, null),
            new OwnFigures(none, 1, 100, 1_000, 0, 0, 0),
            [new ProcessFigures(0, "load", 0.2, 1 << 26, true), new ProcessFigures(7, "Tocsin.Silo", 0.8, 1 << 28, true)],
            [.. Enumerable.Range(1, 10).Select(n => new LoadSample(n, 75, 100, 0, 50, 99, 100, 40, 1, 20, 40, 50_000, [0.2, 0.8])
            {
                Asked = 120,
                Reached = 119,
                Resident = [1 << 26, 1 << 28],
            })])
        {
            CommandLine = "profile nation --seconds 10",
            CommandsInTime = book.InTime,
            Slots = [.. Enumerable.Range(1, 10).Select(n => new LatencySlot(n, [new KindSlot("ring", 50, 50, 99, 100)]))],
        };
    }
}
