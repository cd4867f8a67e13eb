using Tocsin.Identity;

namespace Tocsin.Reports;

/// <summary>Asks for the intervals behind one figure of the report of response times.</summary>
/// <param name="From">Received at or after this time, UTC.</param>
/// <param name="To">Received before this time, UTC; at most 400 days later.</param>
/// <param name="GroupBy">The grouping of the report.</param>
/// <param name="Key">The key of the group, 1 to 100 characters; null, the default, means all groups.</param>
/// <param name="Interval">The interval.</param>
/// <param name="Show">Which of them.</param>
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

/// <summary>One interval behind a figure: the incident, and for an assignment's interval its unit.</summary>
/// <param name="IncidentId">The id of the incident.</param>
/// <param name="Number">The number that people say aloud, <c>YYMMDD-NNNN</c>.</param>
/// <param name="Category">The category of the incident.</param>
/// <param name="Priority">The priority of the incident, 1 (most urgent) to 4.</param>
/// <param name="ReceivedAt">When the incident was received, UTC.</param>
/// <param name="UnitId">
/// The unit of the assignment; for <c>processing</c> that of the first assigned, for <c>response</c> that of the first arrived, else of the
/// first assigned; null where there is none.
/// </param>
/// <param name="Station">The station of that unit; null where there is none.</param>
/// <param name="State">How the interval stands.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When it ended, UTC; null where the end did not come.</param>
/// <param name="Seconds">
/// How long it took, in seconds; below 0 where it is <c>negative</c>. Where the end did not come: how long it was waited for.
/// </param>
/// <param name="Target">The limit of the incident's timing policy, in seconds; null where there is none.</param>
/// <param name="WithinTarget">
/// Whether the limit was kept; null where there is none, where the interval is negative, and where the end did not come and the limit was
/// not over.
/// </param>
public sealed record ReportedIntervalView(
    IncidentId IncidentId,
    string Number,
    string Category,
    int Priority,
    DateTimeOffset ReceivedAt,
    UnitId? UnitId,
    string? Station,
    IntervalState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    double Seconds,
    int? Target,
    bool? WithinTarget);
