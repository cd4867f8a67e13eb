using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>The report of response times: open and closed incidents, no exercises.</summary>
/// <param name="From">Incidents received at or after this time, UTC.</param>
/// <param name="To">Incidents received before this time, UTC.</param>
/// <param name="GroupBy">The grouping of the report.</param>
/// <param name="TimeZone">The IANA name of the time zone of its hours, <c>Tocsin:TimeZone</c>.</param>
/// <param name="Groups">The figures of each group, in the order of the keys.</param>
/// <param name="Total">The figures of all incidents together.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ResponseTimesReport")]
public sealed record ResponseTimesReport(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GroupBy GroupBy,
    [property: Id(3)] string TimeZone,
    [property: Id(4)] IReadOnlyList<GroupView> Groups,
    [property: Id(5)] TotalView Total);

/// <summary>The grouping of a report of response times.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GroupBy>))]
public enum GroupBy
{
    /// <summary>By the category of the incident.</summary>
    Category = 0,

    /// <summary>By the priority of the incident, <c>"1"</c> to <c>"4"</c>.</summary>
    Priority = 1,

    /// <summary>
    /// By the station of the assignment's unit; for an incident's own intervals, that of the unit first assigned or first arrived.
    /// </summary>
    Station = 2,

    /// <summary>By the unit; for an incident's own intervals, the one first assigned or first arrived.</summary>
    Unit = 3,

    /// <summary>By the hour of receipt in <c>Tocsin:TimeZone</c>, <c>"00"</c> to <c>"23"</c>.</summary>
    Hour = 4,
}

// Groups and intervals

/// <summary>The figures of one group.</summary>
/// <param name="Key">The category, priority, station, unit or hour that the group has in common.</param>
/// <param name="Incidents">The number of incidents in the group.</param>
/// <param name="Responses">The number of assignments in the group.</param>
/// <param name="Intervals">The figures of the six intervals.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GroupView")]
public sealed record GroupView(
    [property: Id(0)] string Key,
    [property: Id(1)] int Incidents,
    [property: Id(2)] int Responses,
    [property: Id(3)] IntervalsView Intervals);

/// <summary>The figures of all groups together.</summary>
/// <param name="Incidents">The number of incidents.</param>
/// <param name="Responses">The number of assignments.</param>
/// <param name="Intervals">The figures of the six intervals.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TotalView")]
public sealed record TotalView(
    [property: Id(0)] int Incidents,
    [property: Id(1)] int Responses,
    [property: Id(2)] IntervalsView Intervals);

/// <summary>
/// The six intervals of the contract. Lengths are those of intervals of which both ends exist, in that assignment; those that began and did
/// not end are counted beside them.
/// </summary>
/// <param name="Processing">From receipt to the first assignment; one for each incident.</param>
/// <param name="Response">From receipt to the first arrival; one for each incident.</param>
/// <param name="Acknowledge">From assignment to acknowledgement 签收; one for each assignment.</param>
/// <param name="Turnout">From assignment to en route 出动; one for each assignment.</param>
/// <param name="Travel">From en route to on scene 到场; one for each assignment.</param>
/// <param name="Feedback">From on scene to the first feedback 反馈; one for each assignment.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IntervalsView")]
public sealed record IntervalsView(
    [property: Id(0)] IntervalView Processing,
    [property: Id(1)] IntervalView Response,
    [property: Id(2)] IntervalView Acknowledge,
    [property: Id(3)] IntervalView Turnout,
    [property: Id(4)] IntervalView Travel,
    [property: Id(5)] IntervalView Feedback);

/// <summary>The figures of one interval, in seconds; all but counts are null when <c>count</c> is 0.</summary>
/// <param name="Count">The number of lengths that are neither negative nor suspect.</param>
/// <param name="Negative">The number of negative lengths (a wrong clock); they count nowhere else.</param>
/// <param name="Mean">The mean in seconds, to three decimals.</param>
/// <param name="P50">The median in seconds, by nearest rank.</param>
/// <param name="P90">The 90th percentile in seconds, by nearest rank: the ceil(0.9 x count)-th smallest.</param>
/// <param name="P95">The 95th percentile in seconds, by nearest rank.</param>
/// <param name="Target">
/// The limit of the timing policy, in seconds; null where there is none, or not the same for all that is counted.
/// </param>
/// <param name="WithinTarget">
/// The share of those with a limit that kept it, 0 to 1, to four decimals; null where none has one. One whose end did not come has missed
/// its limit once that is over.
/// </param>
/// <param name="Buckets">The distribution over the bounds that the timing policy names; else empty.</param>
/// <param name="Never">The number of those that began and whose end never came.</param>
/// <param name="Open">The number of those whose end has not come yet.</param>
/// <param name="Suspect">
/// The number of other lengths with an end that lies before the assignment that it belongs to (a wrong clock); they count nowhere else.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.IntervalView")]
public sealed record IntervalView(
    [property: Id(0)] int Count,
    [property: Id(1)] int Negative,
    [property: Id(2)] double? Mean,
    [property: Id(3)] double? P50,
    [property: Id(4)] double? P90,
    [property: Id(5)] double? P95,
    [property: Id(6)] int? Target,
    [property: Id(7)] double? WithinTarget,
    [property: Id(8)] IReadOnlyList<BucketView> Buckets,
    [property: Id(9)] int Never = 0,
    [property: Id(10)] int Open = 0,
    [property: Id(11)] int Suspect = 0);

/// <summary>The number of lengths between two bounds.</summary>
/// <param name="UpTo">The upper bound in seconds, included; null for the rest.</param>
/// <param name="Count">The number of lengths above the bound before, up to this one.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BucketView")]
public sealed record BucketView(
    [property: Id(0)] int? UpTo,
    [property: Id(1)] int Count);
