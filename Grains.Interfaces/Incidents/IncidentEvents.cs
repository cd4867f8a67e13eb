using System.Text.Json.Serialization;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Messages;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>What happened to an incident. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record IncidentEvent : INotedEvent
{
    /// <summary>When it was noted, where that was well after it happened; null, and left out of the event's data, otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }

    /// <inheritdoc/>
    INotedEvent INotedEvent.With(Noted noted) => this with { Noted = noted };
}

// Receipt and changes

/// <summary>The incident was made; it occurred at its receipt.</summary>
/// <param name="Number">The number that people say aloud, <c>YYMMDD-NNNN</c>.</param>
/// <param name="CallId">The call that it comes from, or null.</param>
/// <param name="Category">The category, 1 to 100 characters.</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Location">Where it is; null when not known yet.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters, or null.</param>
/// <param name="Station">The station that it belongs to; null when none is known.</param>
/// <param name="AreaClass">The class of the area it lies in; null when not known.</param>
/// <param name="Policy">The name of the timing policy that it keeps, or null; see <see cref="Timing"/>.</param>
/// <param name="Exercise">Whether it is a drill or a probe.</param>
/// <param name="Historic">Whether its receipt lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="StationGiven">Whether the station was named and does not follow the place.</param>
[EventForm(2)]
public sealed record IncidentCreated(
    string Number,
    CallId? CallId,
    string Category,
    int Priority,
    [property: Erasable(ErasureField.Place)] Location? Location,
    [property: Erasable(ErasureField.Narrative)] string? Narrative,
    string? Station,
    AreaClass? AreaClass,
    string? Policy,
    bool Exercise,
    bool Historic,
    bool StationGiven) : IncidentEvent, IFormedEvent
{
    private const short SecondForm = 2;

    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>The unit in distress that it is about; null, and left out, for every other incident.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitId? PanicUnitId { get; init; }

    /// <summary>How the place of a distress is known; null, and left out, where there is no distress.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocatedView? Located { get; init; }

    /// <summary>
    /// The built-in limits on <c>assign</c> as they were then: they hold where <see cref="Timing"/> gives none. Null, and left out, in
    /// events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnattendedLimits? Unattended { get; init; }

    /// <summary>The distress that it is about; null, and left out, where there is none, and in events of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DistressRaised? Distress { get; init; }

    /// <summary>
    /// Whether a fact before the start of its clock makes the clock void and suspect. False, and left out of the event's data, in incidents
    /// of earlier versions, whose clocks it met, and where no clock runs.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suspects { get; init; }

    /// <summary>Its number in another system; null, and left out, when it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncidentReference? Reference { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form =>
        Unattended is null && Distress is null && Location?.IsDetailed != true && !Suspects && Reference is null
        && Timing?.LimitsDirectives != true
            ? EventFormAttribute.First
            : SecondForm;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => Reference is not null
        ? null
        : this with
        {
            Unattended = null,
            Distress = null,
            Location = Location?.Plain(),
            Suspects = false,
            Timing = Timing?.WithoutDirectives(),
        };
}

/// <summary>When a distress was raised, and by when somebody must have seen it.</summary>
/// <param name="RaisedAt">When the button was pressed, as the device saw it, UTC.</param>
/// <param name="LimitSeconds">The limit of the clock <c>distress</c>, in seconds, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DistressRaised")]
public sealed record DistressRaised([property: Id(0)] DateTimeOffset RaisedAt, [property: Id(1)] int LimitSeconds);

/// <summary>Somebody of the centre has seen the distress; it occurred when it was seen.</summary>
/// <param name="By">The subject (<c>sub</c>) of the token of who saw it.</param>
public sealed record DistressAcknowledged(string By) : IncidentEvent;

/// <summary>
/// An open incident that had no limit on <c>assign</c> (it was made before there were built-in ones) was given them; its clock runs from
/// this event.
/// </summary>
/// <param name="Unattended">The limits by priority, in whole seconds.</param>
public sealed record UnattendedLimitsGiven(UnattendedLimits Unattended) : IncidentEvent;

/// <summary>The unit in distress pressed the button again within ten minutes.</summary>
/// <param name="UnitId">The unit that is in distress.</param>
/// <param name="Note">What was said with it, at most 4,000 characters, or null.</param>
/// <param name="Location">Where its device saw itself; null when it did not say, or when somebody has put the place right by hand.</param>
public sealed record PanicRepeated(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note,
    [property: Erasable(ErasureField.Place)] GeoPoint? Location) : IncidentEvent;

/// <summary>Fields of the incident changed.</summary>
/// <param name="Changes">The fields that changed, from what to what.</param>
[EventForm(Named)]
public sealed record IncidentChanged(IncidentChanges Changes) : IncidentEvent, INotedEvent, IFormedEvent
{
    // With a station that was named: an older program lets it follow the place again.
    private const short Named = 3;

    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => Changes is { Priority: not null } or { AreaClass: not null };

    /// <inheritdoc/>
    short IFormedEvent.Form => Changes.StationNamed ? Named
        : Changes.Reference is not null || LocationChange.IsDetailed(Changes.Location) ? (short)2
        : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => Changes.StationNamed || (newest < 2 && Changes.Reference is not null)
        ? null
        : this with { Changes = Changes with { Location = LocationChange.Plain(Changes.Location) } };
}

/// <summary>The changed fields of an incident; null, and left out of the event's data, for a field that did not change.</summary>
/// <param name="Category">The change of the category.</param>
/// <param name="Priority">The change of the priority, 1 to 4.</param>
/// <param name="Location">The change of the place.</param>
/// <param name="Narrative">The change of the narrative.</param>
/// <param name="Station">The change of the station, where the new place moved it, or somebody named another one.</param>
/// <param name="AreaClass">The change of the area's class, where the new place or station moved it.</param>
public sealed record IncidentChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<int>? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Place)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Narrative)] Change<string?>? Narrative,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<AreaClass?>? AreaClass)
{
    /// <summary>The change of its number in another system.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Change<IncidentReference?>? Reference { get; init; }

    /// <summary>
    /// Whether somebody named the station, so that it follows the place no more; false, and left out of the event's data, otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StationNamed { get; init; }
}

/// <summary>A call was joined to the incident.</summary>
/// <param name="CallId">The call that was joined.</param>
/// <param name="Kind">The call's disposition: Incident or Duplicate.</param>
/// <param name="AnsweredAt">When the call was answered, UTC; null when it was not.</param>
public sealed record CallJoined(
    CallId CallId,
    DispositionKind Kind,
    DateTimeOffset? AnsweredAt) : IncidentEvent;

/// <summary>A call that was joined was disposed of otherwise, and left the incident.</summary>
/// <param name="CallId">The call that left.</param>
/// <param name="Kind">The disposition by which it had been joined.</param>
public sealed record CallLeft(
    CallId CallId,
    DispositionKind Kind) : IncidentEvent;

/// <summary>Somebody added a note.</summary>
/// <param name="Text">The note, 1 to 4,000 characters.</param>
public sealed record NoteAdded([property: Erasable(ErasureField.Notes)] string Text) : IncidentEvent;

/// <summary>A link to another incident was made; the other side has one too.</summary>
/// <param name="IncidentId">The id of the other incident.</param>
/// <param name="Relation">How this incident relates to the other one.</param>
public sealed record LinkAdded(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;

/// <summary>A link to another incident was removed, on both sides.</summary>
/// <param name="IncidentId">The id of the other incident.</param>
/// <param name="Relation">How this incident related to the other one.</param>
public sealed record LinkRemoved(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;

// Closure

/// <summary>The incident was closed 办结.</summary>
/// <param name="Disposition">How it was closed, 1 to 100 characters.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
[EventForm(2)]
public sealed record IncidentClosed(
    string Disposition,
    [property: Erasable(ErasureField.Notes)] string? Note) : IncidentEvent, IFormedEvent
{
    /// <summary>
    /// Whether the outcome says that it was one; null, and left out of the event's data, where the centre listed no outcomes: then it was.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Valid { get; init; }

    /// <summary>
    /// Why a supervisor closed it whatever the centre had set, 1 to 500 characters; null, and left out of the event's data, where nobody
    /// did.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Notes)]
    public string? Override { get; init; }

    /// <summary>
    /// The subject (<c>sub</c>) of the token of who closed it; null, and left out of the event's data, in events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => Valid == false || Override is not null ? (short)2 : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>The incident was opened again, with no unit on it.</summary>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
public sealed record IncidentReopened([property: Erasable(ErasureField.Notes)] string Reason) : IncidentEvent;

// Messages

/// <summary>A message went to all who are on the incident; it occurred when it was written.</summary>
/// <param name="MessageId">The id of the message.</param>
/// <param name="Text">The text, 1 to 1,000 characters.</param>
/// <param name="From">The person who wrote it.</param>
public sealed record MessageSent(
    MessageId MessageId,
    [property: Erasable(ErasureField.Messages)] string Text,
    Correspondent From) : IncidentEvent;

/// <summary>A party has read a message of the incident.</summary>
/// <param name="MessageId">The id of the message.</param>
/// <param name="By">The first person of that party who read it.</param>
public sealed record MessageRead(MessageId MessageId, Correspondent By) : IncidentEvent;

// Erasure

/// <summary>Somebody asked that fields of the incident be erased; the newest holds, until somebody else approves it.</summary>
/// <param name="Fields">What is to be erased.</param>
/// <param name="Reason">Why, 1 to 500 characters, not blank.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who asked.</param>
public sealed record ErasureAsked(IReadOnlyList<ErasureField> Fields, string Reason, string By) : IncidentEvent;

/// <summary>Fields of the incident were erased: the keys under which they had been written were destroyed in the same append.</summary>
/// <param name="Fields">What was erased.</param>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="AskedBy">The subject of who asked; null where its age did.</param>
/// <param name="ApprovedBy">The subject of who approved it; null where its age was the reason.</param>
public sealed record Erased(IReadOnlyList<ErasureField> Fields, string Reason, string? AskedBy, string? ApprovedBy)
    : IncidentEvent, IErasingEvent;
