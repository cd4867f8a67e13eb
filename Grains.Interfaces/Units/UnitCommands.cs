using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>
/// The commands to a unit itself; <see cref="IUnitGrain"/> carries them out. What an incident does to a unit is the incident's command.
/// </summary>
/// <remarks>
/// Every one but <see cref="RegisterUnit"/> is refused with <c>notFound</c> when the unit is not registered, with <c>notYours</c> when it
/// is another unit's or station's, and with <c>occurredAtInFuture</c> when its time lies more than 5 s ahead.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tocsin.UnitCommand")]
public abstract record UnitCommand;

// Registration and duty

/// <summary>Registers a unit, off duty, or changes one; its status stays. An assignment keeps the station that it was made with.</summary>
/// <param name="CallSign">The call sign that is said on the radio, 1 to 100 characters, not blank.</param>
/// <param name="Kind">
/// The kind of unit in the centre's own words, 1 to 100 characters; see <see cref="UnitKinds"/> for the one with a meaning.
/// </param>
/// <param name="Station">The id of its station, 1 to 100 characters, or null; it need not be registered.</param>
/// <param name="Capabilities">What it can do, in the centre's own words; at most 50 of 1 to 100 characters. The default is none.</param>
/// <param name="Home">Where it stands when it has no position, WGS 84; null when not known.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterUnit")]
public sealed record RegisterUnit(
    [property: Id(0)] string CallSign,
    [property: Id(1)] string Kind,
    [property: Id(2)] string? Station,
    [property: Id(3)] IReadOnlyList<string> Capabilities,
    [property: Id(4)] GeoPoint? Home) : UnitCommand;

/// <summary>Registers or changes a unit as <see cref="RegisterUnit"/> does, and says whether it is retired.</summary>
/// <remarks>
/// A retired unit goes on no duty and is assigned no more; its history stays. Refused with <c>unitBusy</c> while the unit is on an incident
/// or in distress, with <c>wrongStage</c> while it is on duty. A command of its own: an older silo would register the unit without it.
/// </remarks>
/// <param name="Unit">All fields of the unit.</param>
/// <param name="Retired">Whether it is retired from now on.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RetireUnit")]
public sealed record RetireUnit([property: Id(0)] RegisterUnit Unit, [property: Id(1)] bool Retired) : UnitCommand;

/// <summary>
/// A neighbour's unit comes to help: registers it as visiting and puts it on duty. The end of its duty lets it go: it is retired then, and
/// may come again.
/// </summary>
/// <remarks>Refused with <c>wrongStage</c> where the id is that of a unit of the centre's own.</remarks>
/// <param name="CallSign">The call sign that is said on the radio, 1 to 100 characters, not blank.</param>
/// <param name="Kind">The kind of unit in the centre's own words, 1 to 100 characters.</param>
/// <param name="Agency">Whose unit it is, 1 to 100 characters, not blank.</param>
/// <param name="Capabilities">What it can do, in the centre's own words; at most 50 of 1 to 100 characters. The default is none.</param>
/// <param name="Home">Where it stands when it has no position, WGS 84; null when not known.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReceiveVisitor")]
public sealed record ReceiveVisitor(
    [property: Id(0)] string CallSign,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Agency,
    [property: Id(3)] IReadOnlyList<string> Capabilities,
    [property: Id(4)] GeoPoint? Home) : UnitCommand;

/// <summary>Puts a unit on or off duty, in or out of service. Off duty ends out-of-service and forgets the crew.</summary>
/// <remarks>
/// Refused with <c>retired</c> when a retired unit would go on duty, with <c>unitBusy</c> when the unit has an active assignment and would
/// leave duty or service.
/// </remarks>
/// <param name="OnDuty">Whether it is on duty from now on.</param>
/// <param name="Crew">The names of its crew, at most 20 of 1 to 100 characters; personal. The default is none.</param>
/// <param name="OutOfService">Why it is out of service, 1 to 500 characters; null, the default, means it is in service.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.SetDuty")]
public sealed record SetDuty(
    [property: Id(0)] bool OnDuty,
    [property: Id(1)] IReadOnlyList<string> Crew,
    [property: Id(2)] string? OutOfService,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;

// Distress

/// <summary>
/// Somebody of the unit is in distress 警员遇险. Makes an incident of priority 1 about it, whatever the unit is doing, also off duty. Pressed
/// again within ten minutes while that is open, it is the same distress.
/// </summary>
/// <param name="IncidentId">
/// The id of the incident that it makes, unless one is open for the same distress; follows from the command's id.
/// </param>
/// <param name="Location">Where the device saw itself, WGS 84, or null.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
/// <param name="Position">The newest known position of the unit, filled in by its grain where no location came.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RaisePanic")]
public sealed record RaisePanic(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] GeoPoint? Location,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset? OccurredAt,
    [property: Id(4)] PositionView? Position = null) : UnitCommand;

// Messages

/// <summary>Writes to a unit. Given by the unit itself, it writes to the centre.</summary>
/// <remarks>Refused with <c>unknownReference</c> when there is no such incident.</remarks>
/// <param name="MessageId">The id of the message; follows from the command's id, so that a repeat sends nothing twice.</param>
/// <param name="Text">The text, 1 to 1,000 characters, not blank.</param>
/// <param name="IncidentId">The incident that it is about, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageUnit")]
public sealed record MessageUnit(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] IncidentId? IncidentId,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;

/// <summary>
/// Reports that a message of a unit was read by whom it is for; <c>notYours</c> from anybody else, <c>notFound</c> for one that is not
/// among the newest 50 kept.
/// </summary>
/// <param name="MessageId">The id of the message that was read.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadUnitMessage")]
public sealed record ReadUnitMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : UnitCommand;
