using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The commands to an incident; <see cref="IIncidentGrain"/> carries them out.</summary>
/// <remarks>
/// Every one but <see cref="CreateIncident"/> is refused with <c>notFound</c> when there is no such incident, with <c>notYours</c> when it
/// is the affair of another unit or station, and with <c>occurredAtInFuture</c> when its time lies more than 5 s ahead. A refused command
/// writes nothing.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentCommand")]
public abstract record IncidentCommand;

// Receipt and changes

/// <summary>Makes an incident. With a call, it disposes of that call as <c>incident</c> in the same append.</summary>
/// <remarks>
/// Received at <c>OccurredAt</c>, else when the call was answered, else now. Refused with <c>unknownReference</c> when there is no such
/// call, and with <c>notYours</c> when a station makes an incident of another station or of a call.
/// </remarks>
/// <param name="CallId">The call that it comes from, or null.</param>
/// <param name="Category">The category (nature) of the incident, 1 to 100 characters, not blank.</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Location">Where it is, as far as that is known; null when nothing is known yet.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters, or null.</param>
/// <param name="Station">
/// The id of the station that it belongs to, 1 to 100 characters. Null, the default, means the station in whose area the place lies.
/// </param>
/// <param name="Exercise">Whether it is a drill or a probe: shown as such and left out of reports. The default is false.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
/// <param name="Confirmed">
/// Whether a place that is 0, 0 or far from every station is meant; false, the default: it is refused with <c>implausiblePlace</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.CreateIncident")]
public sealed record CreateIncident(
    [property: Id(0)] CallId? CallId,
    [property: Id(1)] string Category,
    [property: Id(2)] int Priority,
    [property: Id(3)] Location? Location,
    [property: Id(4)] string? Narrative,
    [property: Id(5)] string? Station,
    [property: Id(6)] bool Exercise,
    [property: Id(7)] DateTimeOffset? OccurredAt,
    [property: Id(8)] bool Confirmed = false) : IncidentCommand
{
    /// <summary>
    /// Its number in another system; null, the default, for none. Sent as <see cref="CreateReferencedIncident"/> where there is one.
    /// </summary>
    [Id(9)]
    public IncidentReference? Reference { get; init; }
}

/// <summary>
/// Makes an incident that has a reference: <see cref="CreateIncident"/> under a name of its own, so that a silo that does not know
/// references refuses it instead of losing one.
/// </summary>
/// <param name="Command">The incident to make; its <see cref="CreateIncident.Reference"/> is not null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CreateReferencedIncident")]
public sealed record CreateReferencedIncident([property: Id(0)] CreateIncident Command) : IncidentCommand;

/// <summary>Changes fields, each by itself; a field that is not set stays as it is, and only what differs is recorded.</summary>
/// <remarks>
/// Refused with <c>incidentClosed</c> on a closed incident. A new place moves the incident to the station whose area it lies in, unless the
/// station was named when the incident was made. Running clocks are reckoned anew from their own start.
/// </remarks>
/// <param name="Category">The category, 1 to 100 characters, not blank; never null.</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Location">Where it is; null when the place is no longer known.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters; null removes it.</param>
/// <param name="Confirmed">As in <see cref="CreateIncident"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeIncident")]
public sealed record ChangeIncident(
    [property: Id(0)] Optional<string> Category,
    [property: Id(1)] Optional<int> Priority,
    [property: Id(2)] Optional<Location?> Location,
    [property: Id(3)] Optional<string?> Narrative,
    [property: Id(4)] bool Confirmed = false) : IncidentCommand
{
    /// <summary>
    /// Its number in another system; null removes it. Sent as <see cref="ChangeReferencedIncident"/> where it is set.
    /// </summary>
    [Id(5)]
    public Optional<IncidentReference?> Reference { get; init; }

    /// <summary>
    /// The station that it belongs to, whatever its place: a registered one that is neither retired nor a body. Sent as
    /// <see cref="ChangeIncidentWithStation"/> where it is set.
    /// </summary>
    [Id(180)]
    public Optional<StationId> Station { get; init; }
}

/// <summary>
/// Changes fields, the station among them: <see cref="ChangeIncident"/> under a name of its own, so that a silo that does not know that the
/// station can be changed refuses it.
/// </summary>
/// <remarks>
/// Refused with <c>unknownReference</c> for a station that is not registered, is retired, or is a body.
/// </remarks>
/// <param name="Command">The fields to change; its <see cref="ChangeIncident.Station"/> is set.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeIncidentWithStation")]
public sealed record ChangeIncidentWithStation([property: Id(0)] ChangeIncident Command) : IncidentCommand;

/// <summary>
/// Changes fields, the reference among them: <see cref="ChangeIncident"/> under a name of its own, so that a silo that does not know
/// references refuses it.
/// </summary>
/// <param name="Command">The fields to change; its <see cref="ChangeIncident.Reference"/> is set.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeReferencedIncident")]
public sealed record ChangeReferencedIncident([property: Id(0)] ChangeIncident Command) : IncidentCommand;

/// <summary>Adds a note to the trail, also of a closed incident.</summary>
/// <param name="Text">The note, 1 to 4,000 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddNote")]
public sealed record AddNote([property: Id(0)] string Text) : IncidentCommand;

/// <summary>
/// Links it to another incident, on both sides; a link moves no unit, call or status. Another relation to the same incident replaces the
/// first.
/// </summary>
/// <remarks>
/// Refused with <c>unknownReference</c> when there is no such incident, and with <c>invalid</c> for a link to itself. Allowed on closed
/// incidents.
/// </remarks>
/// <param name="IncidentId">The id of the other incident.</param>
/// <param name="Relation"><see cref="LinkRelation.DuplicateOf"/> or <see cref="LinkRelation.RelatedTo"/>; the far side follows.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddLink")]
public sealed record AddLink(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation) : IncidentCommand;

/// <summary>Removes the link to another incident, on both sides; <c>notFound</c> when there is none.</summary>
/// <param name="IncidentId">The id of the other incident.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RemoveLink")]
public sealed record RemoveLink([property: Id(0)] IncidentId IncidentId) : IncidentCommand;

// Closure

/// <summary>
/// Closes the incident 办结. Active assignments end <c>cleared</c> at its time; a unit whose distress it was is in distress no more.
/// </summary>
/// <remarks>
/// Refused with <c>incidentClosed</c> when it is closed already; where the centre lists its outcomes, with <c>unknownReference</c> when the
/// disposition is not among those of the incident's class, and with <c>incomplete</c> when something that the outcome needs is missing.
/// An exercise ends with any word.
/// </remarks>
/// <param name="Disposition">How it was closed, in the centre's own words: 1 to 100 characters, not blank.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.CloseIncident")]
public sealed record CloseIncident(
    [property: Id(0)] string Disposition,
    [property: Id(1)] string? Note,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand
{
    /// <summary>
    /// Why it is closed although the centre does not list the disposition, or something that it needs is missing: 1 to 500 characters, not
    /// blank. Null, the default: then it is not. Sent as <see cref="OverrideClosing"/> where there is one.
    /// </summary>
    [Id(3)]
    public string? Override { get; init; }
}

/// <summary>
/// Closes an incident whatever the centre has set: <see cref="CloseIncident"/> under a name of its own, so that a silo that does not know
/// overrides refuses it instead of losing the reason.
/// </summary>
/// <param name="Command">The closure; its <see cref="CloseIncident.Override"/> is not null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.OverrideClosing")]
public sealed record OverrideClosing([property: Id(0)] CloseIncident Command) : IncidentCommand;

/// <summary>Opens a closed incident again, with no unit on it; <c>wrongStage</c> when it is open.</summary>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ReopenIncident")]
public sealed record ReopenIncident(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Distress

/// <summary>
/// Somebody of the centre has seen an officer's distress: the clock <c>distress</c> is met, and the unit may read who it was. The first
/// one stands; again nothing changes.
/// </summary>
/// <remarks>Refused with <c>wrongStage</c> for an incident that is about no distress.</remarks>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AcknowledgeDistress")]
public sealed record AcknowledgeDistress([property: Id(0)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Supervision

/// <summary>
/// The system's own: gives an open, unattended incident the built-in limits on <c>assign</c> when it has none. Nothing happens where it has
/// some, so that several silos may ask at once.
/// </summary>
/// <param name="Limits">The limits by priority, in whole seconds.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GiveUnattendedLimits")]
public sealed record GiveUnattendedLimits([property: Id(0)] UnattendedLimits Limits) : IncidentCommand;

/// <summary>Urges 催办: a supervisor says that a stage is waited for. It stands in the trail and moves nothing.</summary>
/// <remarks>
/// Refused with <c>incidentClosed</c>, with <c>invalid</c> for the stage <c>answer</c>, and with <c>unknownReference</c> for a unit that
/// was never assigned here.
/// </remarks>
/// <param name="Stage">The stage that is waited for; any but <see cref="ClockStage.Answer"/>, which is a call's.</param>
/// <param name="UnitId">The unit that is urged, of those assigned here; null, the default, means everybody on the incident.</param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Urge")]
public sealed record Urge(
    [property: Id(0)] ClockStage Stage,
    [property: Id(1)] UnitId? UnitId,
    [property: Id(2)] string Reason) : IncidentCommand;

/// <summary>Takes what was brought to a level: the overdue clocks that have reached it climb no further.</summary>
/// <remarks>
/// Refused with <c>incidentClosed</c>, with <c>forbidden</c> when a station or a dispatcher takes more than the level <c>station</c>, and
/// with <c>wrongStage</c> when nothing was brought to that level.
/// </remarks>
/// <param name="Level">The level that was told.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeEscalation")]
public sealed record TakeEscalation([property: Id(0)] EscalationLevel Level) : IncidentCommand;

/// <summary>
/// Takes over the supervision 督办 of an open incident, with all that was brought to any level. Another supervisor may take it over again.
/// </summary>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeSupervision")]
public sealed record TakeSupervision([property: Id(0)] string Reason) : IncidentCommand;

// Messages

/// <summary>Writes to all units on the incident, its station and the centre, also when it is closed.</summary>
/// <param name="MessageId">The id of the message; follows from the command's id, so that a repeat sends nothing twice.</param>
/// <param name="Text">The text, 1 to 1,000 characters, not blank.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageIncident")]
public sealed record MessageIncident(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>
/// Reports that a message of the incident was read; the first reader of each party counts. <c>notFound</c> for one that is not among the
/// newest 50 kept.
/// </summary>
/// <param name="MessageId">The id of the message that was read.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadIncidentMessage")]
public sealed record ReadIncidentMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Erasure

/// <summary>Asks that fields of the incident be erased; nothing is erased before somebody else approves it. The newest holds.</summary>
/// <remarks>Refused with <c>wrongStage</c> while the incident is open.</remarks>
/// <param name="Fields">What is to be erased, 1 or more.</param>
/// <param name="Reason">Why, 1 to 500 characters, not blank. It stays, so it must not repeat what is erased.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AskIncidentErasure")]
public sealed record AskIncidentErasure(
    [property: Id(0)] IReadOnlyList<ErasureField> Fields, [property: Id(1)] string Reason) : IncidentCommand;

/// <summary>Approves the erasure that was asked for, and does it. It cannot be undone.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> where none waits, or the incident is open, and with <c>forbidden</c> to who asked for it.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tocsin.ApproveIncidentErasure")]
public sealed record ApproveIncidentErasure : IncidentCommand;

/// <summary>
/// The system's own: fields of an incident that is older than the centre keeps them are erased. Nothing happens where it is not.
/// </summary>
/// <param name="Fields">What is to be erased.</param>
/// <param name="OverBefore">It must have been over before this, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EraseIncidentByAge")]
public sealed record EraseIncidentByAge(
    [property: Id(0)] IReadOnlyList<ErasureField> Fields, [property: Id(1)] DateTimeOffset OverBefore) : IncidentCommand;
