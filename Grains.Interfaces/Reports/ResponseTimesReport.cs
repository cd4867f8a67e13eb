using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>The report of response times.</summary>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="GroupBy">By what.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="Groups">In order of key.</param>
/// <param name="Total">All.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ResponseTimesReport")]
public sealed record ResponseTimesReport(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GroupBy GroupBy,
    [property: Id(3)] string TimeZone,
    [property: Id(4)] IReadOnlyList<GroupView> Groups,
    [property: Id(5)] TotalView Total);

/// <summary>By what a report is grouped.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GroupBy>))]
public enum GroupBy
{
    /// <summary>The category.</summary>
    Category = 0,

    /// <summary>The priority.</summary>
    Priority = 1,

    /// <summary>The station of the assignment's unit.</summary>
    Station = 2,

    /// <summary>The unit.</summary>
    Unit = 3,

    /// <summary>The hour of receipt in <c>Tocsin:TimeZone</c>.</summary>
    Hour = 4,
}

// Groups and intervals

/// <summary>The figures of one group.</summary>
/// <param name="Key">The group.</param>
/// <param name="Incidents">How many.</param>
/// <param name="Responses">How many.</param>
/// <param name="Intervals">The figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GroupView")]
public sealed record GroupView(
    [property: Id(0)] string Key,
    [property: Id(1)] int Incidents,
    [property: Id(2)] int Responses,
    [property: Id(3)] IntervalsView Intervals);

/// <summary>The figures of all.</summary>
/// <param name="Incidents">How many.</param>
/// <param name="Responses">How many.</param>
/// <param name="Intervals">The figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TotalView")]
public sealed record TotalView(
    [property: Id(0)] int Incidents,
    [property: Id(1)] int Responses,
    [property: Id(2)] IntervalsView Intervals);

/// <summary>The six intervals of api.md.</summary>
/// <param name="Processing">Receipt to first assignment, one for each incident.</param>
/// <param name="Response">Receipt to first arrival, one for each incident.</param>
/// <param name="Acknowledge">Assignment to sign-for, one for each assignment.</param>
/// <param name="Turnout">Assignment to en route.</param>
/// <param name="Travel">En route to on scene.</param>
/// <param name="Feedback">On scene to first feedback.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IntervalsView")]
public sealed record IntervalsView(
    [property: Id(0)] IntervalView Processing,
    [property: Id(1)] IntervalView Response,
    [property: Id(2)] IntervalView Acknowledge,
    [property: Id(3)] IntervalView Turnout,
    [property: Id(4)] IntervalView Travel,
    [property: Id(5)] IntervalView Feedback);

/// <summary>The figures of one interval, in seconds; all but counts are null when <c>count</c> is 0.</summary>
/// <param name="Count">How many are not negative.</param>
/// <param name="Negative">How many are negative; they count nowhere else.</param>
/// <param name="Mean">Rounded to milliseconds.</param>
/// <param name="P50">Nearest rank.</param>
/// <param name="P90">Nearest rank.</param>
/// <param name="P95">Nearest rank.</param>
/// <param name="Target">The limit of a policy, or null.</param>
/// <param name="WithinTarget">A share, 0 to 1, or null.</param>
/// <param name="Buckets">Where a policy names them.</param>
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
    [property: Id(8)] IReadOnlyList<BucketView> Buckets);

/// <summary>How many fell at or below a bound.</summary>
/// <param name="UpTo">Seconds, included; null: the rest.</param>
/// <param name="Count">How many.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BucketView")]
public sealed record BucketView(
    [property: Id(0)] int? UpTo,
    [property: Id(1)] int Count);
