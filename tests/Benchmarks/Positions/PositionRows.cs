using System.Globalization;

namespace Tocsin.Tests.Benchmarks.Positions;

/// <summary>Batches of positions of units that drive, with bad rows among them.</summary>
/// <param name="batches">How many batches a round has.</param>
/// <param name="bad">The share of bad rows.</param>
/// <param name="plain">Whether only an unknown unit and a time far ahead are bad.</param>
internal sealed class PositionRows(int batches, double bad, bool plain)
{
    /// <summary>The rows of a batch: the most that the contract allows.</summary>
    public const int BatchRows = 1_000;

    private int _told;

    /// <summary>The rows of a round.</summary>
    public int Count => batches * BatchRows;

    /// <summary>The bad rows of a batch.</summary>
    public int BadInBatch { get; } = (int)Math.Round(BatchRows * bad);

    /// <summary>The units: one for each good row of a batch.</summary>
    public IReadOnlyList<string> Units { get; } =
        [.. Enumerable.Range(0, BatchRows - (int)Math.Round(BatchRows * bad)).Select(i => $"B{i:00000}")];

    /// <summary>The batches of a round, each a little later and further north than the one before.</summary>
    public IEnumerable<string> Batches()
    {
        for (var batch = 0; batch < batches; batch++)
        {
            var at = DateTimeOffset.UtcNow;
            var rows = Units.Select((unit, i) => Good(unit, i, at)).ToList();
            for (var i = 0; i < BadInBatch; i++)
                rows.Insert(i * (rows.Count / BadInBatch), Bad(i, Units[i], at));
            _told++;
            yield return $"[{string.Join(',', rows)}]";
        }
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // A millionth of a degree each time: rounds follow one another without a pause.
    private string Good(string unit, int i, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"unitId":"{{unit}}","lat":{{36 + (i * 0.0003) + (_told * 0.000001):0.000000}},"lon":113.012345,"at":"{{Text(at)}}" """
            + $$"""
                ,"speed":12.5,"heading":90}
                """);

    private string Bad(int i, string unit, DateTimeOffset at) => (plain ? i % 2 : i % 7) switch
    {
        0 => $$"""{"unitId":"ghost","lat":36.5,"lon":113.0,"at":"{{Text(at)}}"}""",
        1 => $$"""{"unitId":"{{unit}}","lat":36.5,"lon":113.0,"at":"{{Text(at.AddHours(8))}}"}""",
        2 => $$"""{"unitId":"{{unit}}","lon":113.0,"at":"{{Text(at)}}"}""",
        3 => $$"""{"unitId":"{{unit}}","lat":91,"lon":113.0,"at":"{{Text(at)}}","speed":-1}""",
        4 => $$"""{"unitId":"{{unit}}","lat":0,"lon":0,"at":"{{Text(at)}}"}""",
        5 => $$"""{"unitId":"{{unit}}","lat":36.5,"lon":113.0,"at":"{{Text(at.AddYears(-1))}}"}""",
        _ => $$"""{"unitId":"{{unit}}","lat":-36.5,"lon":113.0,"at":"{{Text(at.AddMilliseconds(1))}}"}""",
    };
}
