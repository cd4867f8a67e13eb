using Tocsin.Clocks;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>The commands to a directive; <see cref="IDirectiveGrain"/> carries them out.</summary>
/// <remarks>
/// Every one but <see cref="IssueDirectives"/> is refused with <c>notFound</c> when there is no such directive, and with <c>notYours</c>
/// when it is another's affair. Each <c>OccurredAt</c> is UTC, cut to whole milliseconds, not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>); null means now.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveCommand")]
public abstract record DirectiveCommand;

/// <summary>
/// Issues directives, one a recipient, all or none. The command runs on the stream of the first; the ids of the others follow from the
/// first (<see cref="DirectiveId.InGroup"/>).
/// </summary>
/// <remarks>
/// Refused with <c>unknownReference</c> when an incident, a call, a station, a unit, a party or the directive to replace is not known, or a
/// <c>transfer</c> does not go to a body, or a <c>handle</c> to a station or a body that signs in here; with <c>wrongStage</c> when that
/// directive was neither refused nor returned, was replaced before, or hangs on something else; with <c>invalid</c> when a <c>lookOut</c>
/// ends before it begins or is in force for more than 90 days, a <c>followUp</c> is to be reported on before it begins, or a <c>handle</c>
/// has more than 15 minutes to sign or to send; with <c>forbidden</c> for a station that may not instruct; with <c>notYours</c> when a
/// station replaces what it did not issue, or issues on what it may not read. On a closed incident <c>handle</c>, <c>lookOut</c> and
/// <c>assist</c> are refused with <c>incidentClosed</c>; more than 100 open directives on one incident are refused with
/// <c>limitReached</c>.
/// </remarks>
/// <param name="To">The recipients, 1 to 50, each once.</param>
/// <param name="Kind">The kind, 1 to 100 characters; see <see cref="DirectiveKinds"/>.</param>
/// <param name="Text">What is to be done, 1 to 4,000 characters.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Parties">The numbers of the parties that it is about, each 1 or more, at most 50.</param>
/// <param name="Equipment">What is to be taken along, at most 20 words.</param>
/// <param name="Limits">The limits of its clocks, or null.</param>
/// <param name="ValidUntil">Until when it is in force, UTC, or null; required for a <c>lookOut</c>.</param>
/// <param name="NextAt">When the next report is due, UTC, or null.</param>
/// <param name="Fields">What a record lacks, at most 50 words.</param>
/// <param name="AutoConclude">Whether a final report concludes it.</param>
/// <param name="Shared">Whether others on the same affair see its text and reports.</param>
/// <param name="Replaces">The directive in whose place it is issued, or null.</param>
/// <param name="OccurredAt">When it was issued.</param>
/// <param name="IncidentId">The incident that it hangs on, or null; not together with <paramref name="CallId"/>.</param>
/// <param name="CallId">The call that it hangs on, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IssueDirectives")]
public sealed record IssueDirectives(
    [property: Id(0)] IReadOnlyList<DirectiveTo> To,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Text,
    [property: Id(3)] Location? Place,
    [property: Id(4)] IReadOnlyList<int> Parties,
    [property: Id(5)] IReadOnlyList<string> Equipment,
    [property: Id(6)] DirectiveClockLimits? Limits,
    [property: Id(7)] DateTimeOffset? ValidUntil,
    [property: Id(8)] DateTimeOffset? NextAt,
    [property: Id(9)] IReadOnlyList<string> Fields,
    [property: Id(10)] bool AutoConclude,
    [property: Id(11)] bool Shared,
    [property: Id(12)] DirectiveId? Replaces,
    [property: Id(13)] DateTimeOffset? OccurredAt,
    [property: Id(14)] IncidentId? IncidentId = null,
    [property: Id(15)] CallId? CallId = null) : DirectiveCommand;

/// <summary>Signs for it 签收; the first time stands.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> when it is over, unless it says that it was signed for before that, and with <c>incomplete</c> without
/// the receipt that an external body or a <c>transfer</c> needs.
/// </remarks>
/// <param name="By">Who signs, 1 to 100 characters; null: the subject of the token.</param>
/// <param name="Receipt">Who took it over at a recipient's that signs in nowhere here, or null.</param>
/// <param name="OccurredAt">When it was signed for.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SignDirective")]
public sealed record SignDirective(
    [property: Id(0)] string? By,
    [property: Id(1)] DirectiveReceipt? Receipt,
    [property: Id(2)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Sends units of its station 派出 on a <c>handle</c>, also more than once; it signs for it where nobody has.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> when it is of another kind, or over; with <c>notYours</c> for a unit of another station; and as
/// <c>AssignUnits</c> is.
/// </remarks>
/// <param name="UnitIds">The ids of the units, 1 to 50, each once.</param>
/// <param name="Mode">What to do when not all are free. The default is <see cref="AssignMode.All"/>.</param>
/// <param name="OccurredAt">When they were sent.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SendOnDirective")]
public sealed record SendOnDirective(
    [property: Id(0)] IReadOnlyList<UnitId> UnitIds,
    [property: Id(1)] AssignMode Mode,
    [property: Id(2)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Reports on it 反馈, also more than once; it signs for it where nobody has.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> when it is over, unless it says that it was reported before that, and with <c>invalid</c> when a
/// <c>hit</c> on a <c>lookOut</c> has no place, when a result is no number, or when the next report is due before this one; with
/// <c>incomplete</c> when it signs without the receipt that is needed. A <c>hit</c> is final.
/// </remarks>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">What was found and done, at most 4,000 characters, or null.</param>
/// <param name="Results">What came of it, in numbers; at most 50 words.</param>
/// <param name="Final">Whether it is the last word.</param>
/// <param name="NextAt">When the next report is due, UTC, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Receipt">Who reported at a recipient's that signs in nowhere here, or null.</param>
/// <param name="OccurredAt">When it was reported.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReportOnDirective")]
public sealed record ReportOnDirective(
    [property: Id(0)] string Outcome,
    [property: Id(1)] string? Narrative,
    [property: Id(2)] IReadOnlyDictionary<string, double> Results,
    [property: Id(3)] bool Final,
    [property: Id(4)] DateTimeOffset? NextAt,
    [property: Id(5)] Location? Place,
    [property: Id(6)] DirectiveReceipt? Receipt,
    [property: Id(7)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Refuses it 拒收: the recipient has not signed for it and will not.</summary>
/// <remarks>Refused with <c>wrongStage</c> when it is not <c>issued</c>.</remarks>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="OccurredAt">When it was refused.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RefuseDirective")]
public sealed record RefuseDirective(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Gives its report back 退回: it is reported on again.</summary>
/// <remarks>Refused with <c>wrongStage</c> when it is not reported.</remarks>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="Fields">What is missing, at most 50 words.</param>
/// <param name="LimitSeconds">Seconds until the next report is due, 1 to 7,776,000; null: as after the signing.</param>
/// <param name="OccurredAt">When it was given back.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReturnDirective")]
public sealed record ReturnDirective(
    [property: Id(0)] string Reason,
    [property: Id(1)] IReadOnlyList<string> Fields,
    [property: Id(2)] int? LimitSeconds,
    [property: Id(3)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Concludes it 办结, once it is reported, or a supervisor once it is refused; concluding it again changes nothing.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> when it is neither reported nor refused, and with <c>forbidden</c> when somebody else than a supervisor
/// concludes a refused one.
/// </remarks>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="OccurredAt">When it was concluded.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ConcludeDirective")]
public sealed record ConcludeDirective(
    [property: Id(0)] string Outcome,
    [property: Id(1)] string? Note,
    [property: Id(2)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Takes it back 撤回.</summary>
/// <remarks>Refused with <c>wrongStage</c> when it is over.</remarks>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="OccurredAt">When it was taken back.</param>
[GenerateSerializer, Immutable, Alias("tocsin.WithdrawDirective")]
public sealed record WithdrawDirective(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Takes back all open directives of a group; where none is open, nothing changes. It is sent to the first of the group.</summary>
/// <remarks>Refused with <c>unknownReference</c> when there is no such group.</remarks>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="OccurredAt">When they were taken back.</param>
[GenerateSerializer, Immutable, Alias("tocsin.WithdrawDirectiveGroup")]
public sealed record WithdrawDirectiveGroup(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Urges 催办: a supervisor says that it is waited for. It stands in the trail and moves nothing.</summary>
/// <remarks>Refused with <c>wrongStage</c> when it is over.</remarks>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="OccurredAt">When it was urged.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UrgeDirective")]
public sealed record UrgeDirective(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : DirectiveCommand;

/// <summary>Takes what was brought to a level: its overdue clocks that have reached it climb no further.</summary>
/// <remarks>
/// Refused with <c>forbidden</c> when a station or a dispatcher takes more than the level <c>station</c>, and with <c>wrongStage</c> when
/// nothing was brought to that level.
/// </remarks>
/// <param name="Level">The level that was told.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeDirectiveEscalation")]
public sealed record TakeDirectiveEscalation([property: Id(0)] EscalationLevel Level) : DirectiveCommand;

// Evidence

/// <summary>Adds a piece of evidence to the directive, also to one that is over; see <see cref="IAddEvidence"/>.</summary>
/// <param name="Item">The piece that is added.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AddDirectiveEvidence")]
public sealed record AddDirectiveEvidence([property: Id(0)] EvidenceItem Item, [property: Id(1)] DateTimeOffset? OccurredAt)
    : DirectiveCommand, IAddEvidence;

/// <summary>Compares a piece of evidence of the directive with what was written down of it; see <see cref="IVerifyEvidence"/>.</summary>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now, 64 hexadecimal digits in lower case.</param>
/// <param name="OccurredAt">As in <see cref="AddDirectiveEvidence"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.VerifyDirectiveEvidence")]
public sealed record VerifyDirectiveEvidence(
    [property: Id(0)] int N, [property: Id(1)] string Sha256, [property: Id(2)] DateTimeOffset? OccurredAt)
    : DirectiveCommand, IVerifyEvidence;
