using System.Text.Json.Serialization;
using Tocsin.Json;

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

/// <summary>By what the summary is grouped.</summary>
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
/// <param name="Key">The month, the day or the station; null: no station.</param>
/// <param name="Figures">Its figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryGroup")]
public sealed record SummaryGroup([property: Id(0)] string? Key, [property: Id(1)] SummaryFigures Figures);

/// <summary>The figures of a summary, of all or of one group.</summary>
/// <param name="Days">The days of <c>Tocsin:TimeZone</c> that lie, whole or in part, in the interval; of a month or day its own.</param>
/// <param name="Calls">The calls.</param>
/// <param name="Incidents">The incidents.</param>
/// <param name="HelpCompleted">Requests for help 群众求助 that are closed: incidents of the class <c>help</c>.</param>
/// <param name="DisputesOpen">Disputes 矛盾纠纷 still followed: open incidents of the class <c>dispute</c>.</param>
/// <param name="DisputesResolved">Disputes followed to their resolution: closed ones.</param>
/// <param name="Results">The <c>results</c> of the feedback that stands, summed word by word; the 100 largest, in order of word.</param>
/// <param name="MoreResults">How many words were left out of <paramref name="Results"/>.</param>
/// <param name="Clocks">Sign-for, turnout to arrival, feedback.</param>
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
/// <param name="Count">How many.</param>
/// <param name="PerDay">A day's average, to two decimals.</param>
/// <param name="Dispositions">How many by what was made of them, all eight words.</param>
/// <param name="Undisposed">How many of which nothing was made yet.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCalls")]
public sealed record SummaryCalls(
    [property: Id(0)] int Count,
    [property: Id(1)] double PerDay,
    [property: Id(2)] IReadOnlyDictionary<string, int> Dispositions,
    [property: Id(3)] int Undisposed);

/// <summary>The incidents of a summary, by their receipt.</summary>
/// <param name="Count">How many.</param>
/// <param name="PerDay">A day's average, to two decimals.</param>
/// <param name="Open">How many are not closed.</param>
/// <param name="Responses">How many assignments there were on them.</param>
/// <param name="Priorities">How many by priority, <c>"1"</c> to <c>"4"</c>.</param>
/// <param name="Classes">By class of category, in order of class; <c>other</c> is whatever the configuration gives no class.</param>
/// <param name="Categories">By category, the most frequent first, then in order of name; 200 at most.</param>
/// <param name="MoreCategories">How many categories were left out of <paramref name="Categories"/>.</param>
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
/// <param name="Class">The class: <c>help</c>, <c>dispute</c>, <c>other</c>, and what the configuration adds.</param>
/// <param name="Count">How many.</param>
/// <param name="Open">How many are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClass")]
public sealed record SummaryClass([property: Id(0)] string Class, [property: Id(1)] int Count, [property: Id(2)] int Open);

/// <summary>The incidents of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Class">Its class.</param>
/// <param name="Count">How many.</param>
/// <param name="Open">How many are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCategory")]
public sealed record SummaryCategory([property: Id(0)] string Category, [property: Id(1)] string Class, [property: Id(2)] int Count, [property: Id(3)] int Open);

// The three clocks

/// <summary>The three clocks that a Chinese city bureau publishes each week, one of each for each assignment that has both ends.</summary>
/// <param name="Acknowledge">Sign-for 签收: assignment to sign-for, up to 30, 60, 120, 180 s.</param>
/// <param name="Travel">Turnout to arrival 出警: en route to on scene, up to 5, 10, 15, 30 min.</param>
/// <param name="Feedback">Feedback 反馈: on scene to first feedback, up to 30, 60 min, 2, 4 h.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClocks")]
public sealed record SummaryClocks([property: Id(0)] SummaryClock Acknowledge, [property: Id(1)] SummaryClock Travel, [property: Id(2)] SummaryClock Feedback);

/// <summary>One of the three clocks.</summary>
/// <param name="Count">How many are not negative.</param>
/// <param name="Negative">How many are negative (a wrong clock); they count nowhere else.</param>
/// <param name="Buckets">How long they took; the last has no bound.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClock")]
public sealed record SummaryClock([property: Id(0)] int Count, [property: Id(1)] int Negative, [property: Id(2)] IReadOnlyList<SummaryBucket> Buckets);

/// <summary>Those that took longer than the bucket before allows, and not longer than this one does.</summary>
/// <param name="UpTo">Seconds, included; null: the rest.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Which share of all that is, 0 to 1, to four decimals; null of none.</param>
/// <param name="Within">Which share took at most so long, the buckets before included; null of none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryBucket")]
public sealed record SummaryBucket([property: Id(0)] int? UpTo, [property: Id(1)] int Count, [property: Id(2)] double? Share, [property: Id(3)] double? Within);
