using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>What happened to a directive. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record DirectiveEvent : INotedEvent
{
    /// <summary>When it was noted, where that was well after it happened; null, and left out of the event's data, otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }

    /// <inheritdoc/>
    INotedEvent INotedEvent.With(Noted noted) => this with { Noted = noted };
}

// From its issue to its end

/// <summary>It was issued 下达. Form 2 has <see cref="Timing"/> and what follows it.</summary>
/// <param name="Number">The number that people say aloud, <c>ZYYMMDD-NNNN</c>.</param>
/// <param name="Group">The id of the first directive that was issued with it.</param>
/// <param name="Kind">The kind, 1 to 100 characters.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="ToStation">The station that it concerns: the recipient, or the unit's own then; or null.</param>
/// <param name="From">The person who issued it.</param>
/// <param name="Text">What is to be done, 1 to 4,000 characters.</param>
/// <param name="IncidentId">The incident that it hangs on, or null.</param>
/// <param name="CallId">The call that it hangs on, or null.</param>
/// <param name="DeploymentId">The deployment that made it, or null.</param>
/// <param name="PostId">The post that it is for, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Parties">The numbers of the parties that it is about.</param>
/// <param name="Equipment">What is to be taken along.</param>
/// <param name="Cautions">The dangers of which the recipient is told.</param>
/// <param name="Fields">What a record lacks.</param>
/// <param name="Limits">The limits of its clocks, or null.</param>
/// <param name="ValidUntil">Until when it is in force, UTC, or null.</param>
/// <param name="NextAt">When the next report is due, UTC, or null.</param>
/// <param name="AutoConclude">Whether a final report concludes it.</param>
/// <param name="Shared">Whether others on the same affair see its text and reports.</param>
/// <param name="Replaces">The directive in whose place it was issued, or null.</param>
/// <param name="Exercise">Whether it is a drill.</param>
/// <param name="Historic">Whether its issue lay more than <c>Tocsin:HistoricAfter</c> back.</param>
[EventForm(2)]
public sealed record DirectiveIssued(
    string Number,
    DirectiveId Group,
    string Kind,
    DirectiveTo To,
    string? ToStation,
    DirectiveFrom From,
    string Text,
    IncidentId? IncidentId,
    CallId? CallId,
    string? DeploymentId,
    string? PostId,
    Location? Place,
    IReadOnlyList<int> Parties,
    IReadOnlyList<string> Equipment,
    IReadOnlyList<CautionView> Cautions,
    IReadOnlyList<string> Fields,
    DirectiveClockLimits? Limits,
    DateTimeOffset? ValidUntil,
    DateTimeOffset? NextAt,
    bool AutoConclude,
    bool Shared,
    DirectiveId? Replaces,
    bool Exercise,
    bool Historic) : DirectiveEvent, IFormedEvent
{
    /// <summary>
    /// What the timing policy then said of directives of this kind; null, and left out of the event's data, where it said nothing or none
    /// was chosen.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>When an overdue clock is brought to which level; null, and left out, in events of before: to nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EscalationPlan? Escalation { get; init; }

    /// <summary>Whether nobody of the recipient signed in here then; left out of the event's data where somebody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool External { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => Escalation is null && Timing is null && !External ? EventFormAttribute.First : (short)2;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => Timing is null && !External ? this with { Escalation = null } : null;
}

/// <summary>It was signed for 签收.</summary>
/// <param name="By">Who signed, 1 to 100 characters.</param>
/// <param name="Receipt">Who took it over at a recipient's that signs in nowhere here, or null.</param>
/// <param name="Late">Whether it was over when this was recorded: the time is filled in, and the status stays.</param>
public sealed record DirectiveSigned(string By, DirectiveReceipt? Receipt, bool Late) : DirectiveEvent;

/// <summary>Its station sent units 派出; only a <c>handle</c> is sent on. The other side are the incident's <c>UnitAssigned</c>.</summary>
/// <param name="UnitIds">The units that were assigned, at least one.</param>
/// <param name="By">The subject of the token.</param>
public sealed record DirectiveSent(IReadOnlyList<UnitId> UnitIds, string By) : DirectiveEvent;

/// <summary>
/// The last unit that its station had sent was over before it arrived, and nobody attends to the incident: somebody is to be sent again.
/// </summary>
/// <param name="UnitId">The last unit that was on the incident for it.</param>
public sealed record DirectiveUnattended(UnitId UnitId) : DirectiveEvent;

/// <summary>It was reported on 反馈.</summary>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">What was found and done, or null.</param>
/// <param name="Results">What came of it, in numbers.</param>
/// <param name="Final">Whether it is the last word.</param>
/// <param name="NextAt">When the next report is due, UTC, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Receipt">Who reported at a recipient's that signs in nowhere here, or null.</param>
/// <param name="By">The subject of the token.</param>
/// <param name="Late">Whether it was over when this was recorded: the status stays.</param>
public sealed record DirectiveReported(
    string Outcome,
    string? Narrative,
    IReadOnlyDictionary<string, double> Results,
    bool Final,
    DateTimeOffset? NextAt,
    Location? Place,
    DirectiveReceipt? Receipt,
    string By,
    bool Late) : DirectiveEvent;

/// <summary>It was refused 拒收.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="By">The subject of the token.</param>
public sealed record DirectiveRefused(string Reason, string By) : DirectiveEvent;

/// <summary>Its report was given back 退回.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="Fields">What is missing.</param>
/// <param name="LimitSeconds">Seconds until the next report is due, or null: as after the signing.</param>
/// <param name="By">The subject of the token.</param>
public sealed record DirectiveReturned(string Reason, IReadOnlyList<string> Fields, int? LimitSeconds, string By) : DirectiveEvent;

/// <summary>Another was issued in the place of one that was refused.</summary>
/// <param name="By">The first of those that were issued in its place.</param>
public sealed record DirectiveReplaced(DirectiveId By) : DirectiveEvent;

/// <summary>A supervisor urged 催办: it is waited for.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
public sealed record Urged(string Reason) : DirectiveEvent;

/// <summary>It was concluded 办结.</summary>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Note">What somebody noted about it, or null.</param>
/// <param name="Cause">What concluded it.</param>
public sealed record DirectiveConcluded(string Outcome, string? Note, ConclusionCause Cause) : DirectiveEvent;

/// <summary>It was taken back 撤回.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="ReplacedBy">The directive that was issued in its place, or null.</param>
public sealed record DirectiveWithdrawn(string Reason, DirectiveId? ReplacedBy) : DirectiveEvent;

/// <summary>What concluded a directive.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ConclusionCause>))]
public enum ConclusionCause
{
    /// <summary>Somebody concluded it.</summary>
    Command = 0,

    /// <summary>Its final report did, as its issuer wanted.</summary>
    Report = 1,

    /// <summary>The closure of its incident did, or of the operation that it was a task of.</summary>
    Closure = 2,

    /// <summary>It was no longer in force.</summary>
    Expiry = 3,
}

// Clocks

/// <summary>A clock is about to run out.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock of one that was sent; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to now; negative, since the limit lies ahead.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
public sealed record ClockWarning(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : DirectiveEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Warning;
}

/// <summary>A clock ran out.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock of one that was sent; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the stage was reached, or to now while it is not.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
public sealed record ClockOverdue(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : DirectiveEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Overdue;
}

/// <summary>A clock that was said to have run out had not: a late report showed it.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock of one that was sent; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the stage was reached; negative before the limit.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was written; never negative.</param>
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : DirectiveEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Withdrawal;
}

/// <summary>An overdue clock that nobody took was brought to the next level; <c>station</c> is the recipient's desk.</summary>
/// <param name="Level">The level that was told.</param>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock of one that was sent; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to now.</param>
/// <param name="FiredLateMs">Milliseconds from when it should have been brought there to when it was; never negative.</param>
public sealed record ClockEscalated(
    EscalationLevel Level,
    ClockStage Stage,
    UnitId? UnitId,
    DateTimeOffset DueAt,
    long LateMs,
    long FiredLateMs) : DirectiveEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Escalation;
}

/// <summary>Somebody took what was brought to a level: all overdue clocks that have reached it climb no further.</summary>
/// <param name="Level">The level that was taken.</param>
/// <param name="By">The subject of the token of who took it.</param>
public sealed record EscalationTaken(EscalationLevel Level, string By) : DirectiveEvent;

// Evidence

/// <inheritdoc cref="IEvidenceAdded"/>
/// <param name="N">The number of the piece in its thing, 1 to 200.</param>
/// <param name="Item">The piece that is added.</param>
public sealed record EvidenceAdded(int N, EvidenceItem Item) : DirectiveEvent, IEvidenceAdded;

/// <inheritdoc cref="IEvidenceVerified"/>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now.</param>
/// <param name="Same">Whether it is the one that was written down.</param>
public sealed record EvidenceVerified(int N, string Sha256, bool Same) : DirectiveEvent, IEvidenceVerified;
