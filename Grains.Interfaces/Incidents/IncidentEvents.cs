using System.Text.Json.Serialization;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Messages;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>What happened to an incident. The name of the type is the event's kind.</summary>
public abstract record IncidentEvent
{
    /// <summary>Set when it was noted well after it happened; left out of the event's data otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }
}

// Receipt and changes

/// <summary>It was made; occurred at its receipt.</summary>
/// <param name="Number">What people say aloud.</param>
/// <param name="CallId">The call it comes from.</param>
/// <param name="Category">The category.</param>
/// <param name="Priority">1 to 4.</param>
/// <param name="Location">Where.</param>
/// <param name="Narrative">What.</param>
/// <param name="Station">The station.</param>
/// <param name="AreaClass">The class of the area.</param>
/// <param name="Policy">The name of the timing policy that it keeps; see <see cref="Timing"/>.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Historic">See <c>Tocsin:HistoricAfter</c>.</param>
/// <param name="StationGiven">The station was named by the caller and does not follow the place.</param>
public sealed record IncidentCreated(
    string Number,
    CallId? CallId,
    string Category,
    int Priority,
    Location? Location,
    string? Narrative,
    string? Station,
    AreaClass? AreaClass,
    string? Policy,
    bool Exercise,
    bool Historic,
    bool StationGiven) : IncidentEvent
{
    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>The unit that it is about, when somebody of it is in distress; else null and left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitId? PanicUnitId { get; init; }

    /// <summary>How the place of a distress is known; null and left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocatedView? Located { get; init; }
}

/// <summary>The unit in distress pressed again.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">What was said with it.</param>
/// <param name="Location">Where its device saw itself; null when it did not say, or when somebody has put the place right by hand.</param>
public sealed record PanicRepeated(UnitId UnitId, string? Note, GeoPoint? Location) : IncidentEvent;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did, with what they were.</param>
public sealed record IncidentChanged(IncidentChanges Changes) : IncidentEvent;

/// <summary>The changed fields of an incident; absent ones did not change.</summary>
/// <param name="Category">The category.</param>
/// <param name="Priority">The priority.</param>
/// <param name="Location">The place.</param>
/// <param name="Narrative">The narrative.</param>
/// <param name="Station">The station, when the place moved it.</param>
/// <param name="AreaClass">The class of the area, when the place moved it.</param>
public sealed record IncidentChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<int>? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Narrative,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<AreaClass?>? AreaClass);

/// <summary>A call was joined to it.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Kind">Incident or Duplicate.</param>
/// <param name="AnsweredAt">When the call was answered.</param>
public sealed record CallJoined(
    CallId CallId,
    DispositionKind Kind,
    DateTimeOffset? AnsweredAt) : IncidentEvent;

/// <summary>A call was disposed of otherwise.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Kind">What it was joined as.</param>
public sealed record CallLeft(
    CallId CallId,
    DispositionKind Kind) : IncidentEvent;

/// <summary>Somebody noted something.</summary>
/// <param name="Text">The note.</param>
public sealed record NoteAdded(string Text) : IncidentEvent;

/// <summary>A link was made.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one relates to it.</param>
public sealed record LinkAdded(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;

/// <summary>A link was taken away.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one related to it.</param>
public sealed record LinkRemoved(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;

// Closure

/// <summary>It was closed 办结.</summary>
/// <param name="Disposition">How.</param>
/// <param name="Note">A note.</param>
public sealed record IncidentClosed(
    string Disposition,
    string? Note) : IncidentEvent;

/// <summary>It was opened again.</summary>
/// <param name="Reason">Why.</param>
public sealed record IncidentReopened(string Reason) : IncidentEvent;

// Messages

/// <summary>A message to all who are on the incident; occurred when it was written.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="From">Who wrote it.</param>
public sealed record MessageSent(MessageId MessageId, string Text, Correspondent From) : IncidentEvent;

/// <summary>A party has read a message.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="By">The first of the party who did.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : IncidentEvent;
