using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>
/// Reads: one thing, lists, trails. Works on the journal and wakes no grain of a thing. Knows what a reader may see (the <c>o</c> of the
/// contract's table) and fills in personal data for roles that may see it. Stateless; its key is 0.
/// </summary>
[Alias("tocsin.IReadingGrain")]
public interface IReadingGrain : IGrainWithIntegerKey
{
    /// <summary>An incident; with <paramref name="at"/> as it was known at that instant.</summary>
    [Alias("GetIncident")]
    Task<Thing> GetIncident(IncidentId id, DateTimeOffset? at, Actor reader);

    /// <summary>A unit.</summary>
    [Alias("GetUnit")]
    Task<Thing> GetUnit(UnitId id, Actor reader);

    /// <summary>A call.</summary>
    [Alias("GetCall")]
    Task<Thing> GetCall(CallId id, Actor reader);

    /// <summary>Incidents, newest received first.</summary>
    [Alias("ListIncidents")]
    Task<ThingPage> ListIncidents(IncidentFilter filter, Actor reader);

    /// <summary>Units, by id.</summary>
    [Alias("ListUnits")]
    Task<ThingPage> ListUnits(UnitFilter filter, Actor reader);

    /// <summary>Calls, newest received first.</summary>
    [Alias("ListCalls")]
    Task<ThingPage> ListCalls(CallFilter filter, Actor reader);

    /// <summary>Stations, by id.</summary>
    [Alias("ListStations")]
    Task<ThingPage> ListStations(int limit, string? cursor, Actor reader);

    /// <summary>
    /// The events of a stream after a position, at most <paramref name="limit"/>: the event as the contract shows it, or, when
    /// <paramref name="lines"/>, <c>{"hash","line"}</c>. The next cursor is the position of the last one.
    /// </summary>
    [Alias("Trail")]
    Task<ThingPage> Trail(StreamId stream, JournalPosition after, int limit, bool lines, Actor reader);

    /// <summary>The messages of a unit or an incident, newest first.</summary>
    [Alias("Messages")]
    Task<ThingPage> Messages(StreamId stream, int limit, string? cursor, Actor reader);
}
