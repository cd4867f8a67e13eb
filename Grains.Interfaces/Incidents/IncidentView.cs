using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Quality;

namespace Tocsin.Incidents;

/// <summary>
/// An incident as the contract shows it. Stored with each append; personal data is filled in at the edge. All times are UTC, whole
/// milliseconds.
/// </summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Number">The number that people say aloud: <c>YYMMDD-NNNN</c>, unique for ever; gaps may occur.</param>
/// <param name="Status">The status, derived from what happened since it was made or last reopened.</param>
/// <param name="Category">The category (nature), 1 to 100 characters.</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Location">Where it is; null when not known yet.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters, or null.</param>
/// <param name="Station">The id of the station that it belongs to, or null.</param>
/// <param name="AreaClass">The class of the area it lies in; null when not known.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="UnattendedSince">Since when nobody attends to it although somebody should; null while somebody does.</param>
/// <param name="Exercise">Whether it is a drill or a probe, left out of reports.</param>
/// <param name="Historic">Whether its receipt lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="CallCount">The number of calls that are joined to it.</param>
/// <param name="Calls">The first 20 of the joined calls.</param>
/// <param name="Assignments">The assignments, in the order in which they were made; a unit may stand here more than once.</param>
/// <param name="Feedback">The feedback, in the order in which it was given.</param>
/// <param name="Links">The links to other incidents, in the order in which they were made.</param>
/// <param name="Clocks">The clocks, in the order in which they started; empty without a timing policy.</param>
/// <param name="Disposition">How it was closed, 1 to 100 characters; null until it was.</param>
/// <param name="Version">The number of events of the incident, 1 or more.</param>
/// <param name="Policy">The name of the timing policy that it keeps, or null.</param>
/// <param name="Supervision">The newest taking of its supervision; null when nobody took it.</param>
/// <param name="MessageCount">The number of messages that were sent on it.</param>
/// <param name="Unread">The number of messages, of the newest 50, that the centre neither wrote nor has read.</param>
/// <param name="PanicUnitId">The unit in distress that it is about; null for every other incident.</param>
/// <param name="Located">How the place of that distress is known; null once somebody has put it right by hand.</param>
/// <param name="Distress">When that distress was raised, and who has seen it; null for every other incident.</param>
/// <param name="Reference">Its number in another system; null, the default, when it has none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentView")]
public sealed record IncidentView(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] string Number,
    [property: Id(2)] IncidentStatus Status,
    [property: Id(3)] string Category,
    [property: Id(4)] int Priority,
    [property: Id(5)] Location? Location,
    [property: Id(6)] string? Narrative,
    [property: Id(7)] string? Station,
    [property: Id(8)] AreaClass? AreaClass,
    [property: Id(9)] DateTimeOffset ReceivedAt,
    [property: Id(10)] DateTimeOffset? ClosedAt,
    [property: Id(11)] DateTimeOffset? UnattendedSince,
    [property: Id(12)] bool Exercise,
    [property: Id(13)] bool Historic,
    [property: Id(14)] int CallCount,
    [property: Id(15)] IReadOnlyList<CallerView> Calls,
    [property: Id(16)] IReadOnlyList<AssignmentView> Assignments,
    [property: Id(17)] IReadOnlyList<FeedbackView> Feedback,
    [property: Id(18)] IReadOnlyList<LinkView> Links,
    [property: Id(19)] IReadOnlyList<ClockView> Clocks,
    [property: Id(20)] string? Disposition,
    [property: Id(21)] int Version,
    [property: Id(22)] string? Policy = null,
    [property: Id(23)] SupervisionView? Supervision = null,
    [property: Id(24)] int MessageCount = 0,
    [property: Id(25)] int Unread = 0,
    [property: Id(26)] UnitId? PanicUnitId = null,
    [property: Id(27)] LocatedView? Located = null,
    [property: Id(28)] DistressView? Distress = null,
    [property: Id(29)] IncidentReference? Reference = null)
{
    /// <summary>Whether something of it was erased; left out where nothing was.</summary>
    [Id(30), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Erased { get; init; }

    /// <summary>How far its newest erasure has come; null, and left out, where none was asked for.</summary>
    [Id(31), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErasureView? Erasure { get; init; }

    /// <summary>
    /// Whether it was an incident: as the outcome said when it was closed; true where the centre listed no outcomes then. Null, the
    /// default, while it is open.
    /// </summary>
    [Id(100)]
    public bool? Valid { get; init; }

    /// <summary>The parties, in the order in which they were added.</summary>
    [Id(120)]
    public IReadOnlyList<PartyView> Parties { get => field ?? []; init; } = [];

    /// <summary>The number of its pieces of evidence.</summary>
    [Id(121)]
    public int EvidenceCount { get; init; }

    /// <summary>The directives that hang on it: those that are open, then the newest 20 of the others; each newest first.</summary>
    [Id(140)]
    public IReadOnlyList<AttachedDirective> Directives { get => field ?? []; init; } = [];

    /// <summary>
    /// The stations that one of all its directives concerns that was not withdrawn, or that take part in the open operation, by their id.
    /// </summary>
    [Id(141)]
    public IReadOnlyList<InvolvedStation> Involved { get => field ?? []; init; } = [];

    /// <summary>The id of the station or body that answers for it, as the newest assessment says; null before the first.</summary>
    [Id(180)]
    public string? Owner { get; init; }

    /// <summary>The five steps of the loop, in their order.</summary>
    [Id(181)]
    public IReadOnlyList<LoopStepView> Loop { get => field ?? []; init; } = [];

    /// <summary>The newest operation; null before the first.</summary>
    [Id(182)]
    public OperationView? Operation { get; init; }

    /// <summary>The call-backs, in the order in which they were made.</summary>
    [Id(200)]
    public IReadOnlyList<CallBackView> CallBacks { get => field ?? []; init; } = [];

    /// <summary>The reviews of its record, in the order in which they were made.</summary>
    [Id(201)]
    public IReadOnlyList<ReviewView> Reviews { get => field ?? []; init; } = [];
}

// Its parts

/// <summary>
/// An incident's status: the highest that holds, looking only at what happened since it was made or last reopened. The numbers are stored.
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IncidentStatus>))]
public enum IncidentStatus
{
    /// <summary>No unit is on it, and none is to be sent by a station.</summary>
    Received = 0,

    /// <summary>A unit has an active assignment, or a <c>handle</c> directive stands for one.</summary>
    Assigned = 1,

    /// <summary>A unit with an active assignment is en route.</summary>
    EnRoute = 2,

    /// <summary>A unit was on scene, also one whose assignment is over.</summary>
    OnScene = 3,

    /// <summary>Somebody has given feedback.</summary>
    Reported = 4,

    /// <summary>The incident is closed.</summary>
    Closed = 5,
}

/// <summary>One of the calls that are joined to an incident.</summary>
/// <param name="Id">The id of the call.</param>
/// <param name="CallerNumber">
/// The caller's number, at most 32 characters; filled in at the edge for roles that may see it, else null.
/// </param>
/// <param name="AnsweredAt">When it was answered, UTC; null when it was not.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallerView")]
public sealed record CallerView(
    [property: Id(0)] CallId Id,
    [property: Id(1)] string? CallerNumber,
    [property: Id(2)] DateTimeOffset? AnsweredAt);

/// <summary>What was reported about an incident: mostly by a unit.</summary>
/// <param name="UnitId">The unit that reported; null: a station for itself, or the centre.</param>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">More about it, at most 4,000 characters, or null.</param>
/// <param name="Results">What came of it, a number to each word; at most 50 words of 1 to 100 characters.</param>
/// <param name="OccurredAt">When it was reported, UTC.</param>
/// <param name="Station">The station that reported for itself; null, the default, where a unit reported, or the centre.</param>
[GenerateSerializer, Immutable, Alias("tocsin.FeedbackView")]
public sealed record FeedbackView(
    [property: Id(0)] UnitId? UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset OccurredAt,
    [property: Id(5)] string? Station = null);

/// <summary>A link to another incident.</summary>
/// <param name="IncidentId">The id of the other incident.</param>
/// <param name="Relation">How this incident relates to the other one.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LinkView")]
public sealed record LinkView(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation);

/// <summary>How one incident relates to another.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkRelation>))]
public enum LinkRelation
{
    /// <summary>This incident is a duplicate of the other.</summary>
    DuplicateOf = 0,

    /// <summary>The two have to do with each other.</summary>
    RelatedTo = 1,

    /// <summary>
    /// The other incident is a duplicate of this one: the far side of <see cref="DuplicateOf"/>, never given by a caller.
    /// </summary>
    HasDuplicate = 2,
}

/// <summary>The distress that an incident is about.</summary>
/// <param name="UnitId">The unit that is in distress.</param>
/// <param name="RaisedAt">When the button was pressed, as the device saw it, UTC.</param>
/// <param name="AcknowledgedBy">The subject (<c>sub</c>) of the token of who has seen it; null while nobody has.</param>
/// <param name="AcknowledgedAt">When that was, UTC; null while nobody has.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DistressView")]
public sealed record DistressView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] DateTimeOffset RaisedAt,
    [property: Id(2)] string? AcknowledgedBy,
    [property: Id(3)] DateTimeOffset? AcknowledgedAt);

/// <summary>How the place of an incident about an officer in distress is known.</summary>
/// <param name="From">The source of the place.</param>
/// <param name="At">When the officer was seen there, UTC; null for a home.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LocatedView")]
public sealed record LocatedView([property: Id(0)] LocatedFrom From, [property: Id(1)] DateTimeOffset? At);

/// <summary>How it is known where an officer in distress is: surest first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LocatedFrom>))]
public enum LocatedFrom
{
    /// <summary>The device said so when the button was pressed.</summary>
    Device = 0,

    /// <summary>The newest known position of the unit.</summary>
    Position = 1,

    /// <summary>The unit's home, where no position is known: perhaps far from where it is.</summary>
    Home = 2,
}
