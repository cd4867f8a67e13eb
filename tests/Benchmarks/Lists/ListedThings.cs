using System.Diagnostics;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Benchmarks.Lists;

/// <summary>Incidents of a made-up city, a thousand of them open, and what is asked of their list.</summary>
internal static class ListedThings
{
    private const int InFlight = 512;
    private const int Open = 1_000;
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
        yield return ("closed ones with two rare words far apart", all with { Text = "w1 ", Open = false });
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
        var board = new BoardEntry(view, 1, i >= rows - Open, 1, 2, $"S{i % Stations}", null);
        var listing = new Listing(At(i), text, [$"station:S{i % Stations}", $"unit:U{i % 1000}@{At(i):yyyyMMdd}"]);
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

    private static DateTimeOffset At(int i) => Begin.AddSeconds(30L * i);

    private static string Number(int i) => $"{At(i):yyMMdd}-{i % 2880:0000}";
}
