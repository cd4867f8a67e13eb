using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;

namespace Tocsin.Overdue;

/// <summary>What is late now, worst first, and counted.</summary>
/// <param name="At">When the list was made.</param>
/// <param name="Total">How many are late in all, whatever page this is.</param>
/// <param name="Complete">False when there were more than can be counted at once; then <paramref name="Total"/> and the groups say at least how many.</param>
/// <param name="ByStation">By station, worst first.</param>
/// <param name="ByUnit">By unit, worst first; only what is late of a unit.</param>
/// <param name="ByStage">By stage, worst first.</param>
/// <param name="Items">This page.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record OverdueList(
    DateTimeOffset At,
    int Total,
    bool Complete,
    IReadOnlyList<OverdueGroup> ByStation,
    IReadOnlyList<OverdueGroup> ByUnit,
    IReadOnlyList<OverdueGroup> ByStage,
    IReadOnlyList<OverdueItem> Items,
    string? Next);

/// <summary>How many are late of one station, unit or stage, and how late the worst is: so that a storm is counted and never scrolls off.</summary>
/// <param name="Key">The station, the unit or the stage; null: none.</param>
/// <param name="Count">How many.</param>
/// <param name="Untaken">How many of them nobody took.</param>
/// <param name="WorstSeconds">How late the worst is.</param>
public sealed record OverdueGroup(string? Key, int Count, int Untaken, long WorstSeconds);

/// <summary>One thing that is late now: a clock past its limit, or an incident that waits for somebody.</summary>
/// <param name="Kind">Why it stands here.</param>
/// <param name="IncidentId">The incident; null for a call.</param>
/// <param name="CallId">The call that is not answered; null for an incident.</param>
/// <param name="Number">What people say aloud; null for a call.</param>
/// <param name="Category">The category; null for a call.</param>
/// <param name="Priority">1 to 4; null for a call.</param>
/// <param name="Status">The incident's status; null for a call.</param>
/// <param name="Station">The station: the unit's for a clock on an assignment, else the incident's.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Stage">The stage that is late; null without a clock.</param>
/// <param name="UnitId">The unit that is late, for a clock on an assignment.</param>
/// <param name="Since">Since when it is late: the clock's limit, since when it is unattended, when it was reported.</param>
/// <param name="LateSeconds">For how long, whole seconds.</param>
/// <param name="Level">The highest level that was told; null while nobody was.</param>
/// <param name="TakenBy">Who took it, or null.</param>
/// <param name="TakenAt">When, or null.</param>
/// <param name="Supervision">Who took over the incident's supervision, or null.</param>
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
    SupervisionView? Supervision);

/// <summary>Why something stands among what is late.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OverdueKind>))]
public enum OverdueKind
{
    /// <summary>A running clock is past its limit.</summary>
    Overdue = 0,

    /// <summary>A historic incident that is open, and nobody is on it.</summary>
    Unattended = 1,

    /// <summary>Feedback was given, and nobody has closed it.</summary>
    Reported = 2,
}
