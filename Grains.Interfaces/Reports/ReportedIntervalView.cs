using Tocsin.Identity;

namespace Tocsin.Reports;

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
