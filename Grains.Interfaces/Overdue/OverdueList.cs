using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;

namespace Tocsin.Overdue;

/// <summary>What is late now, worst first, and counted.</summary>
/// <param name="At">When the list was made, UTC.</param>
/// <param name="Total">The number of late things in all, whatever page this is.</param>
/// <param name="Complete">
/// Whether everything was counted. False when more than 20,000 streams are late; then <paramref name="Total"/> and the groups say at least
/// how many.
/// </param>
/// <param name="ByStation">The counts by station, worst first.</param>
/// <param name="ByUnit">The counts by unit, worst first; only of clocks on assignments.</param>
/// <param name="ByStage">The counts by stage, worst first.</param>
/// <param name="Items">The late things of this page, worst first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record OverdueList(
    DateTimeOffset At,
    int Total,
    bool Complete,
    IReadOnlyList<OverdueGroup> ByStation,
    IReadOnlyList<OverdueGroup> ByUnit,
    IReadOnlyList<OverdueGroup> ByStage,
    IReadOnlyList<OverdueItem> Items,
    string? Next);

/// <summary>
/// How many things are late of one station, unit or stage, and how late the worst is: so that a storm is counted and never scrolls off.
/// </summary>
/// <param name="Key">The station, the unit or the stage; null for things without one.</param>
/// <param name="Count">The number of late things.</param>
/// <param name="Untaken">The number of them that nobody took.</param>
/// <param name="WorstSeconds">The lateness of the worst, in whole seconds.</param>
public sealed record OverdueGroup(string? Key, int Count, int Untaken, long WorstSeconds);

/// <summary>One thing that is late now: a clock past its limit, or an incident that waits for somebody.</summary>
/// <param name="Kind">The reason why it is in the list.</param>
/// <param name="IncidentId">The id of the incident; null for what hangs on none.</param>
/// <param name="CallId">The id of the call that is not answered, or is to be called back; null for an incident.</param>
/// <param name="Number">The number that people say aloud, of an incident or a directive; else null.</param>
/// <param name="Category">The category of the incident; null for a call.</param>
/// <param name="Priority">The priority, 1 to 4; null for a call.</param>
/// <param name="Status">The status of the incident; null for a call.</param>
/// <param name="Station">The station: the unit's for a clock on an assignment, else the incident's; or null.</param>
/// <param name="Exercise">Whether it is a drill or a probe.</param>
/// <param name="Stage">The stage that is late; null without a clock.</param>
/// <param name="UnitId">The unit that is late, for a clock on an assignment; else null.</param>
/// <param name="Since">
/// Since when it is late, UTC: the clock's limit, since when it is unattended, when it was reported, when the call ended, or when the
/// directive was refused, given back, or hit; or by when a caller was to be called back.
/// </param>
/// <param name="LateSeconds">The lateness in whole seconds.</param>
/// <param name="Level">The highest level that was told; null while nobody was.</param>
/// <param name="TakenBy">The subject (<c>sub</c>) of the token of who took it, or null.</param>
/// <param name="TakenAt">When it was taken, UTC, or null.</param>
/// <param name="Supervision">The newest taking of the incident's supervision, or null.</param>
/// <param name="Stream">The name of the stream of what is neither an incident nor a call, e.g. <c>directive/ID</c>; else null.</param>
/// <param name="DirectiveId">The id of the directive that is late; else null.</param>
public sealed record OverdueItem(
    OverdueKind Kind,
    IncidentId? IncidentId,
    CallId? CallId,
    string? Number,
    string? Category,
    int? Priority,
    IncidentStatus? Status,
    string? Station,
    bool Exercise,
    ClockStage? Stage,
    UnitId? UnitId,
    DateTimeOffset Since,
    long LateSeconds,
    EscalationLevel? Level,
    string? TakenBy,
    DateTimeOffset? TakenAt,
    SupervisionView? Supervision,
    string? Stream = null,
    DirectiveId? DirectiveId = null);

/// <summary>The reason why a thing is in the list of what is late.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OverdueKind>))]
public enum OverdueKind
{
    /// <summary>A running clock is past its limit.</summary>
    Overdue = 0,

    /// <summary>A historic incident is open, and nobody is on it.</summary>
    Unattended = 1,

    /// <summary>Feedback was given, and nobody has closed it.</summary>
    Reported = 2,

    /// <summary>
    /// Something was due on it, and no running process can say what: a newer version wrote it, or nothing fires it. Somebody must look at
    /// it by other means.
    /// </summary>
    Unreadable = 3,

    /// <summary>A call ended before anybody answered it, and the caller was not reached since: call back.</summary>
    CallBackDue = 4,

    /// <summary>A directive was refused, and nobody has issued another or concluded it.</summary>
    Refused = 5,

    /// <summary>The report on a directive was given back, and none came since.</summary>
    Returned = 6,

    /// <summary>A look-out found what was sought, and nobody has concluded it or given it back.</summary>
    Hit = 7,

    /// <summary>The caller of a closed incident was not called back within the time that the centre has set.</summary>
    CallBackLate = 8,
}
