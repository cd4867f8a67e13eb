using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>What can be asked of a unit by itself.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.UnitCommand")]
public abstract record UnitCommand;

// Registration and duty

/// <summary>Registers a unit (off duty), or changes one, never its status.</summary>
/// <param name="CallSign">1 to 100 characters.</param>
/// <param name="Kind">1 to 100 characters.</param>
/// <param name="Station">An id; need not be registered.</param>
/// <param name="Capabilities">At most 50 of 1 to 100 characters.</param>
/// <param name="Home">Where it stands.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterUnit")]
public sealed record RegisterUnit(
    [property: Id(0)] string CallSign,
    [property: Id(1)] string Kind,
    [property: Id(2)] string? Station,
    [property: Id(3)] IReadOnlyList<string> Capabilities,
    [property: Id(4)] GeoPoint? Home) : UnitCommand;

/// <summary>Puts a unit on or off duty, in or out of service.</summary>
/// <param name="OnDuty">On duty.</param>
/// <param name="Crew">At most 20 names of 1 to 100 characters.</param>
/// <param name="OutOfService">Why it is out of service (1 to 500 characters), or null.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetDuty")]
public sealed record SetDuty(
    [property: Id(0)] bool OnDuty,
    [property: Id(1)] IReadOnlyList<string> Crew,
    [property: Id(2)] string? OutOfService,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;

// Distress

/// <summary>Somebody of the unit is in distress 警员遇险: makes an incident of the highest priority about it, whatever the unit is doing.</summary>
/// <param name="IncidentId">The incident that it makes, unless one is open for the same distress; follows from the command's id.</param>
/// <param name="Location">Where, as the device saw it.</param>
/// <param name="Note">At most 4,000 characters.</param>
/// <param name="OccurredAt">When it was pressed; absent means now; at most 5 s ahead.</param>
/// <param name="Position">The unit's newest known position, filled in by its grain where no location came.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RaisePanic")]
public sealed record RaisePanic(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] GeoPoint? Location,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset? OccurredAt,
    [property: Id(4)] PositionView? Position = null) : UnitCommand;

// Messages

/// <summary>Writes to a unit; given by the unit itself, to the centre.</summary>
/// <param name="MessageId">The message's id; follows from the command's.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="IncidentId">The incident that it is about, if it is about one.</param>
/// <param name="OccurredAt">When it was written; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageUnit")]
public sealed record MessageUnit(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] IncidentId? IncidentId,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;

/// <summary>Says that a message of a unit was read by whom it is for.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="OccurredAt">When it was read; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadUnitMessage")]
public sealed record ReadUnitMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : UnitCommand;
