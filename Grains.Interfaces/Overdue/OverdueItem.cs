using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Overdue;

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
/// <param name="Stream">The name of the stream, of <see cref="OverdueKind.Unreadable"/> only; null for every other kind.</param>
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
    string? Stream = null);
