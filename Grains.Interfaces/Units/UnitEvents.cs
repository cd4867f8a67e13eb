using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Messages;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>What happened to a unit. The name of the type is the event's kind.</summary>
public abstract record UnitEvent;

// Registration

/// <summary>It was registered.</summary>
/// <param name="CallSign">The call sign.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Station">Its station.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Home">Where it stands.</param>
public sealed record UnitRegistered(
    string CallSign,
    string Kind,
    string? Station,
    IReadOnlyList<string> Capabilities,
    GeoPoint? Home) : UnitEvent;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did.</param>
public sealed record UnitChanged(UnitChanges Changes) : UnitEvent;

/// <summary>The changed fields of a unit; absent ones did not change.</summary>
/// <param name="CallSign">The call sign.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Station">Its station.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Home">Where it stands.</param>
public sealed record UnitChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? CallSign,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<IReadOnlyList<string>>? Capabilities,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<GeoPoint?>? Home);

// Duty

/// <summary>It went on duty, or its crew changed.</summary>
/// <param name="Crew">A keyed digest of each name.</param>
public sealed record DutyStarted(IReadOnlyList<string> Crew) : UnitEvent;

/// <summary>It went off duty.</summary>
public sealed record DutyEnded : UnitEvent;

/// <summary>It went out of service.</summary>
/// <param name="Reason">Why.</param>
public sealed record OutOfService(string Reason) : UnitEvent;

/// <summary>It came back into service.</summary>
public sealed record BackInService : UnitEvent;

// Assignments: the twins of the events on the incident

/// <summary>It was assigned; the twin of <c>UnitAssigned</c>.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">Assigned.</param>
public sealed record Assigned(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

/// <summary>Its assignment moved on (or, by a correction, back).</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">Where it is now.</param>
public sealed record Progressed(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

/// <summary>Its assignment is over.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">How it ended.</param>
public sealed record Released(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

// Distress

/// <summary>Somebody of the unit is in distress; written in the same append as the incident that says so.</summary>
/// <param name="IncidentId">That incident.</param>
/// <param name="Again">It was open already: pressed again.</param>
public sealed record PanicRaised(IncidentId IncidentId, bool Again) : UnitEvent;

/// <summary>The incident about the unit's distress was closed; written in the same append.</summary>
/// <param name="IncidentId">That incident.</param>
public sealed record PanicEnded(IncidentId IncidentId) : UnitEvent;

// Messages

/// <summary>A message to the unit, or from it to the centre; occurred when it was written.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="To">Unit or Centre.</param>
/// <param name="Text">What it says.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="IncidentId">The incident that it is about.</param>
public sealed record MessageSent(
    MessageId MessageId,
    MessageTo To,
    string Text,
    Correspondent From,
    IncidentId? IncidentId) : UnitEvent;

/// <summary>Whom a message is for has read it.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="By">Who did.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : UnitEvent;
