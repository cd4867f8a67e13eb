using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Messages;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>What happened to a unit. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record UnitEvent;

// Registration

/// <summary>The unit was registered, off duty. Form 2 has <see cref="Visiting"/> and <see cref="Agency"/>.</summary>
/// <param name="CallSign">The call sign, 1 to 100 characters.</param>
/// <param name="Kind">The kind of unit, 1 to 100 characters.</param>
/// <param name="Station">The id of its station, or null.</param>
/// <param name="Capabilities">What it can do; at most 50 words.</param>
/// <param name="Home">Where it stands when it has no position, WGS 84, or null.</param>
[EventForm(2)]
public sealed record UnitRegistered(
    string CallSign,
    string Kind,
    string? Station,
    IReadOnlyList<string> Capabilities,
    GeoPoint? Home) : UnitEvent, IFormedEvent
{
    /// <summary>Whether it is a neighbour's, retired by the end of its duty; left out of the event's data where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Visiting { get; init; }

    /// <summary>Whose unit it is, 1 to 100 characters; null, and left out of the event's data, for the centre's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Agency { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => Visiting ? (short)2 : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>Fields of the unit changed.</summary>
/// <param name="Changes">The fields that changed, from what to what. Form 2 has <see cref="UnitChanges.Retired"/> and the agency.</param>
[EventForm(2)]
public sealed record UnitChanged(UnitChanges Changes) : UnitEvent, IFormedEvent
{
    /// <inheritdoc/>
    short IFormedEvent.Form => Changes is { Retired: null, Agency: null } ? EventFormAttribute.First : (short)2;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>The changed fields of a unit; null, and left out of the event's data, for a field that did not change.</summary>
/// <param name="CallSign">The change of the call sign.</param>
/// <param name="Kind">The change of the kind.</param>
/// <param name="Station">The change of the station.</param>
/// <param name="Capabilities">The change of the whole list of capabilities.</param>
/// <param name="Home">The change of its home.</param>
public sealed record UnitChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? CallSign,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<IReadOnlyList<string>>? Capabilities,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<GeoPoint?>? Home)
{
    /// <summary>Whether the unit became retired, or a unit of the centre again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Change<bool>? Retired { get; init; }

    /// <summary>The change of the agency whose unit it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Change<string?>? Agency { get; init; }
}

// Duty

/// <summary>The unit went on duty, or its crew changed.</summary>
/// <param name="Crew">A keyed digest of each name of the crew; at most 20.</param>
public sealed record DutyStarted(IReadOnlyList<string> Crew) : UnitEvent;

/// <summary>The unit went off duty; a visiting one is retired by it.</summary>
public sealed record DutyEnded : UnitEvent;

/// <summary>The unit went out of service; it is on duty, but not to be sent.</summary>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
public sealed record OutOfService(string Reason) : UnitEvent;

/// <summary>The unit came back into service.</summary>
public sealed record BackInService : UnitEvent;

// Assignments: the twins of the events on the incident

/// <summary>The unit was assigned; the twin of <c>UnitAssigned</c> on the incident, in the same append.</summary>
/// <param name="IncidentId">The incident that it was assigned to.</param>
/// <param name="Stage">The stage of the assignment: Assigned.</param>
public sealed record Assigned(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

/// <summary>The unit's assignment moved on, or, by a correction, back.</summary>
/// <param name="IncidentId">The incident that it is assigned to.</param>
/// <param name="Stage">The stage that it is at now, an active one.</param>
public sealed record Progressed(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

/// <summary>The unit's assignment is over.</summary>
/// <param name="IncidentId">The incident that it was assigned to.</param>
/// <param name="Stage">How it ended: Cleared, Declined, Cancelled or Diverted.</param>
public sealed record Released(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;

// Distress

/// <summary>Somebody of the unit is in distress; written in the same append as the incident that says so.</summary>
/// <param name="IncidentId">The incident about that distress.</param>
/// <param name="Again">Whether that incident was open already: the button was pressed again.</param>
public sealed record PanicRaised(IncidentId IncidentId, bool Again) : UnitEvent;

/// <summary>The incident about the unit's distress was closed; written in the same append.</summary>
/// <param name="IncidentId">The incident about that distress.</param>
public sealed record PanicEnded(IncidentId IncidentId) : UnitEvent;

// Messages

/// <summary>A message went to the unit, or from it to the centre; it occurred when it was written.</summary>
/// <param name="MessageId">The id of the message.</param>
/// <param name="To">Whom it is for: Unit or Centre.</param>
/// <param name="Text">The text, 1 to 1,000 characters.</param>
/// <param name="From">The person who wrote it.</param>
/// <param name="IncidentId">The incident that it is about, or null.</param>
public sealed record MessageSent(
    MessageId MessageId,
    MessageTo To,
    string Text,
    Correspondent From,
    IncidentId? IncidentId) : UnitEvent;

/// <summary>A message of the unit was read by whom it is for.</summary>
/// <param name="MessageId">The id of the message.</param>
/// <param name="By">The first person of that party who read it.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : UnitEvent;
