using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Stations;

namespace Tocsin.Reading;

/// <summary>
/// Reads one thing, lists and trails from the journal, and wakes no grain of a thing. Knows what a reader may see (the entries "own only"
/// of the contract's table) and fills in personal data for roles that may see it. Stateless; its key is 0.
/// </summary>
[Alias("tocsin.IReadingGrain")]
public interface IReadingGrain : IGrainWithIntegerKey
{
    /// <summary>An incident as it now stands; with <paramref name="at"/>, as it was known at that instant.</summary>
    /// <param name="id">The id of the incident; refused with <c>notFound</c> when there is none, or was none at that instant.</param>
    /// <param name="at">The instant, UTC; null means now.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("GetIncident")]
    Task<Thing> GetIncident(IncidentId id, DateTimeOffset? at, Actor reader);

    /// <summary>A unit as it now stands, with its position.</summary>
    [Alias("GetUnit")]
    Task<Thing> GetUnit(UnitId id, Actor reader);

    /// <summary>A call as it now stands.</summary>
    [Alias("GetCall")]
    Task<Thing> GetCall(CallId id, Actor reader);

    /// <summary>Incidents, newest received first.</summary>
    [Alias("ListIncidents")]
    Task<ThingPage> ListIncidents(IncidentFilter filter, Actor reader);

    /// <summary>Units with their positions, by id.</summary>
    [Alias("ListUnits")]
    Task<ThingPage> ListUnits(UnitFilter filter, Actor reader);

    /// <summary>Calls, newest received first.</summary>
    [Alias("ListCalls")]
    Task<ThingPage> ListCalls(CallFilter filter, Actor reader);

    /// <summary>
    /// Calls whose caller's number ends with some digits, or is the end of them; newest received first. For roles that may see numbers,
    /// else refused with <c>forbidden</c>; each is written to the log, without the number.
    /// </summary>
    /// <param name="digits">Digits only, 4 to 32.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("FindCallsByNumber")]
    Task<ThingPage> FindCallsByNumber(string digits, int limit, string? cursor, Actor reader);

    /// <summary>Stations in the order of their ids.</summary>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("ListStations")]
    Task<ThingPage> ListStations(int limit, string? cursor, Actor reader);

    /// <summary>Stations of one kind in the order of their ids.</summary>
    /// <param name="kind">Only of this kind.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("ListStationsOfKind")]
    Task<ThingPage> ListStationsOfKind(StationKind kind, int limit, string? cursor, Actor reader);

    /// <summary>Call signs that several units have, by the first unit of each.</summary>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("ListSharedCallSigns")]
    Task<ThingPage> ListSharedCallSigns(int limit, string? cursor, Actor reader);

    /// <summary>
    /// The events of a stream after a position: the event as the contract shows it, or, when <paramref name="lines"/>,
    /// <c>{"hash","line"}</c>. The next cursor is the position of the last one.
    /// </summary>
    /// <param name="stream">The stream of an incident, a unit, a call, a policy or a setting.</param>
    /// <param name="after">The position after which the page begins; 0 for the first.</param>
    /// <param name="limit">The most events of the page, 1 to 200.</param>
    /// <param name="lines">Whether the lines that were hashed are wanted, for checking the chain.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Trail")]
    Task<ThingPage> Trail(StreamId stream, JournalPosition after, int limit, bool lines, Actor reader);

    /// <summary>The messages of a unit or an incident, newest first.</summary>
    /// <param name="stream">The stream of the unit or incident.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Messages")]
    Task<ThingPage> Messages(StreamId stream, int limit, string? cursor, Actor reader);

    /// <summary>
    /// Whether a reader may read a thing now, and nothing of the thing: without a refusal it may; else <c>notFound</c> or <c>notYours</c>.
    /// </summary>
    /// <param name="stream">The thing's stream.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("MayRead")]
    Task<Thing> MayRead(StreamId stream, Actor reader);

    /// <summary>What was noted on an incident and changed of it, newest first: the events as the contract's trail shows them.</summary>
    /// <param name="id">The incident; refused with <c>notFound</c> when there is none.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Notes")]
    Task<ThingPage> Notes(IncidentId id, int limit, string? cursor, Actor reader);

    /// <summary>The evidence of a thing, in the order in which it was added.</summary>
    /// <param name="stream">The stream of an incident, a call or a directive; refused with <c>notFound</c> when there is none.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Evidence")]
    Task<ThingPage> Evidence(StreamId stream, int limit, string? cursor, Actor reader);
}
