namespace Tocsin.Reports;

/// <summary>What came in and what came of it, in figures. Without exercises, and without the calls that are joined to one.</summary>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="GroupBy">By what.</param>
/// <param name="TimeZone">IANA; whose months and days.</param>
/// <param name="Groups">In order of key: every month or day of the interval, also where nothing came in; the stations, and behind them those without.</param>
/// <param name="MoreGroups">How many groups were left out of <paramref name="Groups"/>, which has 1,000 at most.</param>
/// <param name="Total">All.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryReport")]
public sealed record SummaryReport(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] SummaryBy GroupBy,
    [property: Id(3)] string TimeZone,
    [property: Id(4)] IReadOnlyList<SummaryGroup> Groups,
    [property: Id(5)] int MoreGroups,
    [property: Id(6)] SummaryFigures Total);
