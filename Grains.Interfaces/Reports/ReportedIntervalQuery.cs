namespace Tocsin.Reports;

/// <summary>Asks for the intervals behind one figure of the report of response times.</summary>
/// <param name="From">Received at or after this time, UTC.</param>
/// <param name="To">Received before this time, UTC; at most 400 days later.</param>
/// <param name="GroupBy">The grouping of the report.</param>
/// <param name="Key">The key of the group, 1 to 100 characters; null, the default, means all groups.</param>
/// <param name="Interval">The interval that is measured.</param>
/// <param name="Show">Which of the intervals are listed, by how they stand.</param>
/// <param name="Limit">The most items of the page, 1 to 200.</param>
/// <param name="Cursor">Where the page before ended; null: the first page.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReportedIntervalQuery")]
public sealed record ReportedIntervalQuery(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GroupBy GroupBy,
    [property: Id(3)] string? Key,
    [property: Id(4)] ReportInterval Interval,
    [property: Id(5)] IntervalFilter Show,
    [property: Id(6)] int Limit,
    [property: Id(7)] string? Cursor);
