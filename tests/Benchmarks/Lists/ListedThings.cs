using System.Diagnostics;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Tests.Benchmarks.Lists;

/// <summary>Incidents of a made-up city, a thousand of them open, and what is asked of their list.</summary>
internal static class ListedThings
{
    private const int InFlight = 512;
    private const int Open = 1_000;
    private const int Late = 100;
    private const int Stations = 40;

    private static readonly string[] Streets =
        ["转盘路", "西大街", "府前路", "滨河南路", "太行西街", "Market St", "Mission St", "Howard St", "Folsom St", "Valencia St"];

    private static readonly string[] Categories =
        ["群众求助 走失", "刑事 盗窃", "扰乱秩序", "电信诈骗", "Medical Incident", "Structure Fire", "Traffic Collision"];

    private static readonly string[] Words =
    [
        "报警人称有人打架,两人受伤",
        "孩子走失,穿蓝色上衣",
        "行李箱在动车上所盗",
        "caller says somebody fell down the stairs",
        "smoke from a window on the third floor",
        "two cars, one person trapped",
    ];

    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes them through the journal, as commands do; how long that took.</summary>
    public static async Task<TimeSpan> WriteAsync(IJournal journal, int rows, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (i, token) => await journal.AppendAsync(Append(journal.Epoch, i, rows), token));
        return clock.Elapsed;
    }

    /// <summary>What is asked, and under which name it is printed.</summary>
    public static IEnumerable<(string What, ListQuery Query)> Questions(ListQuery all, int rows)
    {
        var middle = At(rows / 2);
        yield return ("the newest", all);
        yield return ("the open ones", all with { Open = true });
        yield return ("a page from the middle", all with { After = (middle, "i") });
        yield return ("a station's", all with { AnyKey = ["station:S7"] });
        yield return ("a unit's", all with { AnyKey = ["unit:U7", "unit:U7@20250101", "unit:U7@20250102"] });
        yield return ("two characters that are common", all with { Text = "转盘" });
        yield return ("one character that is common", all with { Text = "路" });
        yield return ("one character that is nowhere", all with { Text = "龘" });
        yield return ("a number", all with { Text = Number(rows / 3) });
        yield return ("a rare word", all with { Text = "w" + (rows / 5) });
        yield return ("words that are nowhere", all with { Text = "zqxj" });
        yield return ("words of common pairs that are nowhere", all with { Text = "街盘路" });
        yield return ("a long text of common pairs that is nowhere", all with { Text = "caller says somebody fell down the third floor" });
        yield return ("common words in a week a year ago", all with { Text = "走失", From = Begin, To = Begin.AddDays(7) });
        yield return ("common words that are open", all with { Text = "电信", Open = true });
        yield return ("words of a station that are nowhere", all with { Text = "街盘路", AnyKey = ["station:S7"] });
        yield return ("closed ones with a rare word", all with { Text = "w1 ", Open = false });
        yield return ("two words in another order", all with { Text = "蓝色 走失 府前路" });
        yield return ("a number without its dash", all with { Text = Number(rows / 3).Replace("-", "", StringComparison.Ordinal) });
        yield return ("full width", all with { Text = "ｗ" + (rows / 5) });
        yield return ("a category", all with { AllKeys = [$"category:{Categories[3]}"] });
        yield return ("a category of a station", all with { AllKeys = [$"category:{Categories[3]}", "station:S7"], Station = "S7" });
        yield return ("a category of a station that never had it", all with { AllKeys = ["category:none", "station:S7"], Station = "S7" });
        yield return ("a disposition that is rare", all with { AllKeys = ["disposition:rare"] });
        yield return ("all that a unit ever had", all with { AllKeys = ["had:U7"] });
        yield return ("a priority", all with { Priority = 3 });
        yield return ("a priority that nothing has", all with { Priority = 1 });
        yield return ("a priority of a station, open", all with { Priority = 2, AllKeys = ["station:S7"], Station = "S7", Open = true });
        yield return ("the longest late", all with { Order = ListOrder.LongestLate });
        yield return ("what is not late", all with { Late = false });
        yield return ("500 m around a place", all with { Area = PlaceCells.Around(Place(77), 500) });
        yield return ("5 km around a place", all with { Area = PlaceCells.Around(Place(77), 5_000) });
        yield return ("50 km around a place", all with { Area = PlaceCells.Around(Place(77), 50_000) });
        yield return ("50 km around a place where nothing is", all with { Area = PlaceCells.Around(new GeoPoint(0, 0), 50_000) });
        yield return ("500 m around a place, a category", all with
        {
            Area = PlaceCells.Around(Place(77), 500),
            AllKeys = [$"category:{Categories[3]}"],
        });
    }

    private static AppendRequest Append(Epoch epoch, int i, int rows)
    {
        var stream = new StreamId(StreamKind.Incident, $"i{i:00000000}");
        var text = SearchText.Of(
            Number(i),
            $"{i % 900} {Streets[i % Streets.Length]} {i % 97} 号",
            Categories[i % Categories.Length],
            $"{Words[i % Words.Length]} w{i}");
        var view = $$"""{"id":"{{stream.Id}}","number":"{{Number(i)}}","narrative":"{{new string('x', 900)}}"}""";
        var board = new BoardEntry(view, 1, i >= rows - Open, 1, (short)(2 + (i % 3)), $"S{i % Stations}", null)
        {
            LateAt = i >= rows - Late ? At(i) : null,
        };
        string[] keys =
        [
            $"station:S{i % Stations}", $"unit:U{i % 1000}@{At(i):yyyyMMdd}", $"category:{Categories[i % Categories.Length]}",
            $"disposition:{(i % 10_000 == 0 ? "rare" : "handled")}", $"had:U{i % 1000}", .. PlaceCells.Of(Place(i)),
        ];
        var listing = new Listing(At(i), text, keys);
        return new AppendRequest(
            CommandId.New(),
            new Actor("wang", Roles.Dispatcher),
            epoch,
            [new StreamHead(stream, 0, board) { ListedAt = listing.At }],
            [new PendingEvent(stream, "NoteAdded", At(i), """{"text":"x"}""")])
        {
            Listings = [new ListingChange(stream, null, listing)],
        };
    }

    // Over a city of 20 by 20 km, each place near others of other days.
    private static GeoPoint Place(int i) => new(36.4 + (i * 7919L % 1000 / 5_000.0), 113.0 + (i * 104_729L % 1000 / 5_000.0));

    private static DateTimeOffset At(int i) => Begin.AddSeconds(30L * i);

    private static string Number(int i) => $"{At(i):yyMMdd}-{i % 2880:0000}";
}
