using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>What came in and what came of it, in figures; without exercises, and without the calls that are joined to one.</summary>
/// <param name="From">Received at or after this time, UTC.</param>
/// <param name="To">Received before this time, UTC.</param>
/// <param name="GroupBy">The grouping of the summary.</param>
/// <param name="TimeZone">The IANA name of the time zone of its months and days, <c>Tocsin:TimeZone</c>.</param>
/// <param name="Groups">
/// The groups in the order of their keys: every month or day of the interval, also where nothing came in; the stations, and behind them
/// what has none. At most 1,000.
/// </param>
/// <param name="MoreGroups">The number of groups that were left out of <paramref name="Groups"/>.</param>
/// <param name="Total">The figures of all groups together, those left out included.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryReport")]
public sealed record SummaryReport(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] SummaryBy GroupBy,
    [property: Id(3)] string TimeZone,
    [property: Id(4)] IReadOnlyList<SummaryGroup> Groups,
    [property: Id(5)] int MoreGroups,
    [property: Id(6)] SummaryFigures Total);

/// <summary>The grouping of a summary.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SummaryBy>))]
public enum SummaryBy
{
    /// <summary>The month of receipt in <c>Tocsin:TimeZone</c>, <c>2025-03</c>.</summary>
    Month = 0,

    /// <summary>The day of receipt in <c>Tocsin:TimeZone</c>, <c>2025-03-31</c>.</summary>
    Day = 1,

    /// <summary>The incident's own station; for a call that of the incident that it is joined to.</summary>
    Station = 2,
}

/// <summary>One group of a summary.</summary>
/// <param name="Key">The month, the day or the station; null for what has no station.</param>
/// <param name="Figures">The figures of the group.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryGroup")]
public sealed record SummaryGroup([property: Id(0)] string? Key, [property: Id(1)] SummaryFigures Figures);

/// <summary>The figures of a summary, of all or of one group.</summary>
/// <param name="Days">The days of <c>Tocsin:TimeZone</c> that lie, whole or in part, in the interval; for a month or a day its own.</param>
/// <param name="Calls">The figures of the calls.</param>
/// <param name="Incidents">The figures of the incidents.</param>
/// <param name="HelpCompleted">Requests for help 群众求助 that are closed: incidents of the class <c>help</c>.</param>
/// <param name="DisputesOpen">Disputes 矛盾纠纷 that are still followed: open incidents of the class <c>dispute</c>.</param>
/// <param name="DisputesResolved">Disputes 矛盾纠纷 that were followed to their end: closed incidents of the class <c>dispute</c>.</param>
/// <param name="Results">The <c>results</c> of the feedback, summed word by word; the 100 largest, in the order of the words.</param>
/// <param name="MoreResults">The number of words that were left out of <paramref name="Results"/>.</param>
/// <param name="Clocks">The three clocks: acknowledgement, turnout to arrival, feedback.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryFigures")]
public sealed record SummaryFigures(
    [property: Id(0)] int Days,
    [property: Id(1)] SummaryCalls Calls,
    [property: Id(2)] SummaryIncidents Incidents,
    [property: Id(3)] int HelpCompleted,
    [property: Id(4)] int DisputesOpen,
    [property: Id(5)] int DisputesResolved,
    [property: Id(6)] IReadOnlyDictionary<string, double> Results,
    [property: Id(7)] int MoreResults,
    [property: Id(8)] SummaryClocks Clocks);

// Calls and incidents

/// <summary>The calls of a summary, by when they came in: rang, else were answered, else were recorded.</summary>
/// <param name="Count">The number of calls.</param>
/// <param name="PerDay">The average of a day, to two decimals.</param>
/// <param name="Dispositions">The number of calls by what became of them, all eight words of the contract.</param>
/// <param name="Undisposed">The number of calls of which nothing was said yet.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCalls")]
public sealed record SummaryCalls(
    [property: Id(0)] int Count,
    [property: Id(1)] double PerDay,
    [property: Id(2)] IReadOnlyDictionary<string, int> Dispositions,
    [property: Id(3)] int Undisposed);

/// <summary>The incidents of a summary, by their receipt.</summary>
/// <param name="Count">The number of incidents.</param>
/// <param name="PerDay">The average of a day, to two decimals.</param>
/// <param name="Open">The number of incidents that are not closed.</param>
/// <param name="Responses">The number of assignments on them.</param>
/// <param name="Priorities">The number of incidents by priority, <c>"1"</c> to <c>"4"</c>.</param>
/// <param name="Classes">
/// The counts by class of category, in the order of the classes; <c>other</c> has every category without a class.
/// </param>
/// <param name="Categories">The counts by category, the most frequent first, then in the order of the names; at most 200.</param>
/// <param name="MoreCategories">The number of categories that were left out of <paramref name="Categories"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryIncidents")]
public sealed record SummaryIncidents(
    [property: Id(0)] int Count,
    [property: Id(1)] double PerDay,
    [property: Id(2)] int Open,
    [property: Id(3)] int Responses,
    [property: Id(4)] IReadOnlyDictionary<string, int> Priorities,
    [property: Id(5)] IReadOnlyList<SummaryClass> Classes,
    [property: Id(6)] IReadOnlyList<SummaryCategory> Categories,
    [property: Id(7)] int MoreCategories);

/// <summary>The incidents of one class of categories.</summary>
/// <param name="Class">The class: <c>help</c>, <c>dispute</c>, <c>other</c>, and those that <c>Tocsin:CategoryClasses</c> adds.</param>
/// <param name="Count">The number of incidents.</param>
/// <param name="Open">The number of incidents that are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClass")]
public sealed record SummaryClass([property: Id(0)] string Class, [property: Id(1)] int Count, [property: Id(2)] int Open);

/// <summary>The incidents of one category.</summary>
/// <param name="Category">The category, 1 to 100 characters.</param>
/// <param name="Class">The class that the category belongs to.</param>
/// <param name="Count">The number of incidents.</param>
/// <param name="Open">The number of incidents that are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCategory")]
public sealed record SummaryCategory(
    [property: Id(0)] string Category,
    [property: Id(1)] string Class,
    [property: Id(2)] int Count,
    [property: Id(3)] int Open);

// The three clocks

/// <summary>The three clocks that a Chinese city bureau publishes each week; one of each for each assignment that has both ends.</summary>
/// <param name="Acknowledge">Sign-for 签收: assignment to sign-for, up to 30, 60, 120, 180 s.</param>
/// <param name="Travel">Turnout to arrival 出警: en route to on scene, up to 5, 10, 15, 30 min.</param>
/// <param name="Feedback">Feedback 反馈: on scene to first feedback, up to 30, 60 min, 2, 4 h.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClocks")]
public sealed record SummaryClocks(
    [property: Id(0)] SummaryClock Acknowledge,
    [property: Id(1)] SummaryClock Travel,
    [property: Id(2)] SummaryClock Feedback);

/// <summary>The distribution of one of the three clocks.</summary>
/// <param name="Count">The number of lengths that are neither negative nor suspect.</param>
/// <param name="Negative">The number of negative lengths (a wrong clock); they count nowhere else.</param>
/// <param name="Buckets">The lengths by bucket; the last bucket has no bound.</param>
/// <param name="Never">The number of those that began and whose end never came.</param>
/// <param name="Open">The number of those whose end has not come yet.</param>
/// <param name="Suspect">
/// The number of other lengths with an end that lies before the assignment that it belongs to (a wrong clock); they count nowhere else.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClock")]
public sealed record SummaryClock(
    [property: Id(0)] int Count,
    [property: Id(1)] int Negative,
    [property: Id(2)] IReadOnlyList<SummaryBucket> Buckets,
    [property: Id(3)] int Never = 0,
    [property: Id(4)] int Open = 0,
    [property: Id(5)] int Suspect = 0);

/// <summary>Those that took longer than the bucket before allows, and not longer than this one does.</summary>
/// <param name="UpTo">The upper bound in seconds, included; null for the rest.</param>
/// <param name="Count">The number of lengths in this bucket.</param>
/// <param name="Share">Their share of all lengths, 0 to 1, to four decimals; null when there are none.</param>
/// <param name="Within">
/// The share of lengths up to this bound, the buckets before included, 0 to 1, to four decimals; null when there are none.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryBucket")]
public sealed record SummaryBucket(
    [property: Id(0)] int? UpTo,
    [property: Id(1)] int Count,
    [property: Id(2)] double? Share,
    [property: Id(3)] double? Within);
