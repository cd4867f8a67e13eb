using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>What happened to a call. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record CallEvent : INotedEvent
{
    /// <summary>When it was noted, where that was well after it happened; null, and left out of the event's data, otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }

    /// <inheritdoc/>
    INotedEvent INotedEvent.With(Noted noted) => this with { Noted = noted };
}

// From ringing to the end

/// <summary>The call came in.</summary>
/// <param name="Line">The line it came in on, 1 to 100 characters, or null.</param>
/// <param name="RingingAt">When it began to ring, UTC; null when it was recorded after the fact.</param>
/// <param name="Location">Where the caller is, or null.</param>
/// <param name="Caller">A keyed digest of the caller's number, or null.</param>
[EventForm(3)]
public sealed record CallReceived(
    string? Line,
    DateTimeOffset? RingingAt,
    [property: Erasable(ErasureField.Place)] Location? Location,
    [property: Erasable(ErasureField.Caller)] string? Caller) : CallEvent, IFormedEvent
{
    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>
    /// Whether an answer before the ringing makes the clock void and suspect. False, and left out of the event's data, in calls of earlier
    /// versions, whose clock it met, and where no clock runs.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suspects { get; init; }

    /// <summary>The seat at which it rings; null, and left out of the event's data, where that was not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Seat { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => (short)(Seat is not null ? 3 : Suspects || Location?.IsDetailed == true ? 2 : 1);

    // A call is never refused for its seat.
    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => newest >= 2
        ? this with { Seat = null }
        : this with { Seat = null, Suspects = false, Location = Location?.Plain() };
}

/// <summary>The call was answered 接听.</summary>
[EventForm(3)]
public sealed record CallAnswered : CallEvent, IFormedEvent
{
    /// <summary>Who answered it; null, and left out of the event's data, in events of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Answerer? By { get; init; }

    /// <summary>The seat at which it was answered; null, and left out of the event's data, where that was not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Seat { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => (short)(Seat is not null ? 3 : By is null ? 1 : 2);

    /// <inheritdoc/>
    object IFormedEvent.InForm(short newest) => newest >= 2 ? this with { Seat = null } : this with { Seat = null, By = null };
}

/// <summary>The call was handed on to somebody else, who speaks with the caller from then on.</summary>
/// <param name="ToSubject">The subject (<c>sub</c>) of the token of who has it now, 1 to 100 characters.</param>
/// <param name="ToSeat">The seat at which it is now, 1 to 100 characters; null where that was not said.</param>
public sealed record CallHanded(string ToSubject, string? ToSeat) : CallEvent;

/// <summary>Who answered a call.</summary>
/// <param name="Subject">The subject (<c>sub</c>) of the person's token; null where a machine reported the answer.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Answerer")]
public sealed record Answerer([property: Id(0)] string? Subject);

/// <summary>Fields of the call changed.</summary>
/// <param name="Changes">The fields that changed, from what to what.</param>
[EventForm(2)]
public sealed record CallChanged(CallChanges Changes) : CallEvent, IFormedEvent
{
    /// <inheritdoc/>
    short IFormedEvent.Form => LocationChange.IsDetailed(Changes.Location) ? (short)2 : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) =>
        this with { Changes = Changes with { Location = LocationChange.Plain(Changes.Location) } };
}

/// <summary>The changed fields of a call; null, and left out of the event's data, for a field that did not change.</summary>
/// <param name="Caller">The change of the caller's number, as keyed digests.</param>
/// <param name="Location">The change of where the caller is.</param>
/// <param name="Narrative">The change of what the caller tells.</param>
public sealed record CallChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Caller)] Change<string?>? Caller,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Place)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Narrative)] Change<string?>? Narrative);

/// <summary>The call is over.</summary>
[EventForm(2)]
public sealed record CallEnded : CallEvent, IFormedEvent
{
    /// <summary>
    /// Whether the caller is to be called back: nobody had answered, and the call is not historic. Left out of the event's data where not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CallBackDue { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => (short)(CallBackDue ? 2 : 1);

    /// <inheritdoc/>
    object IFormedEvent.InForm(short newest) => this with { CallBackDue = false };
}

/// <summary>The caller need not be called back any more: the number was answered on another call; it occurred when that was.</summary>
/// <param name="CallId">The other call.</param>
public sealed record CallBackMade(CallId CallId) : CallEvent;

// Disposition

/// <summary>What became of the call was said; the newest holds.</summary>
/// <param name="Kind">What became of the call.</param>
/// <param name="IncidentId">The incident that was named, or null.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
[EventForm(2)]
public sealed record CallDisposed(
    DispositionKind Kind,
    IncidentId? IncidentId,
    [property: Erasable(ErasureField.Notes)] string? Note) : CallEvent, IFormedEvent
{
    /// <summary>
    /// Whether the call stays on the incident that is named, where it was already, though this kind joins none. Left out of the event's
    /// data where not: in events of before such a call left it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Stays { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => (short)(Stays ? 2 : 1);

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

// Clocks

/// <summary>The clock on answering is about to run out.</summary>
/// <param name="Stage">The stage that the clock limits: Answer.</param>
/// <param name="UnitId">Always null: a call has no unit.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to now; negative, since the limit lies ahead.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
public sealed record ClockWarning(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : CallEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Warning;
}

/// <summary>The clock on answering ran out: nobody answered within the limit.</summary>
/// <param name="Stage">The stage that the clock limits: Answer.</param>
/// <param name="UnitId">Always null: a call has no unit.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the call was answered, or to now while it is not.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
public sealed record ClockOverdue(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : CallEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Overdue;
}

/// <summary>A call that was said to be overdue was not: a late report showed that it was answered in time.</summary>
/// <param name="Stage">The stage that the clock limits: Answer.</param>
/// <param name="UnitId">Always null: a call has no unit.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the call was answered; negative before the limit.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was written; never negative.</param>
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : CallEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Withdrawal;
}

// Evidence

/// <inheritdoc cref="IEvidenceAdded"/>
/// <param name="N">The number of the piece in its thing, 1 to 200.</param>
/// <param name="Item">The piece that is added.</param>
public sealed record EvidenceAdded(int N, EvidenceItem Item) : CallEvent, IEvidenceAdded;

/// <inheritdoc cref="IEvidenceVerified"/>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now.</param>
/// <param name="Same">Whether it is the one that was written down.</param>
public sealed record EvidenceVerified(int N, string Sha256, bool Same) : CallEvent, IEvidenceVerified;

// Erasure

/// <summary>Somebody asked that fields of the call be erased; the newest holds, until somebody else approves it.</summary>
/// <param name="Fields">What is to be erased.</param>
/// <param name="Reason">Why, 1 to 500 characters, not blank.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who asked.</param>
public sealed record ErasureAsked(IReadOnlyList<ErasureField> Fields, string Reason, string By) : CallEvent;

/// <summary>Fields of the call were erased: the keys under which they had been written were destroyed in the same append.</summary>
/// <param name="Fields">What was erased.</param>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="AskedBy">The subject of who asked; null where its age did.</param>
/// <param name="ApprovedBy">The subject of who approved it; null where its age was the reason.</param>
public sealed record Erased(IReadOnlyList<ErasureField> Fields, string Reason, string? AskedBy, string? ApprovedBy)
    : CallEvent, IErasingEvent;
