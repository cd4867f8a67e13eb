using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Units;

namespace Tocsin.Distress;

/// <summary>
/// Somebody of a unit is in distress 警员遇险: an incident of the highest priority about it, whatever it is doing, also off duty. It is never
/// history: one that waited long for a network alarms from its arrival. Pressing again while it is fresh and open is the same distress.
/// </summary>
internal static class Panicking
{
    /// <summary>The priority of such an incident.</summary>
    public const int Priority = 1;

    /// <summary>Within so many seconds somebody must have seen it: 15.</summary>
    public const int SeenWithinSeconds = 15;

    /// <summary>
    /// So long after the first press another one is the same distress: ten minutes. Later ones alarm anew, also where the first incident is
    /// still open.
    /// </summary>
    public static readonly TimeSpan AgainWithin = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The streams: the unit, the incident that may come of it, that which is open for a distress, and that which the unit is on.
    /// </summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, RaisePanic command, StateSet states)
    {
        var known = (UnitState?)states.All.GetValueOrDefault(own);
        return [own, command.IncidentId.Stream, .. Related(known).Select(i => i.Stream)];
    }

    /// <summary>Where it is, and how that is known; null when nobody knows.</summary>
    public static (GeoPoint Point, LocatedView How)? Place(UnitState state, RaisePanic command, DateTimeOffset at) => command switch
    {
        { Location: { } seen } => (seen, new LocatedView(LocatedFrom.Device, at)),
        { Position: { } last } => (new GeoPoint(last.Lat, last.Lon), new LocatedView(LocatedFrom.Position, OccurredAtRule.Cut(last.At))),
        _ => state.Home is { } home ? (home, new LocatedView(LocatedFrom.Home, null)) : null,
    };

    public static Decision Decide(UnitState state, RaisePanic command, StateSet states, DecisionContext context)
    {
        if (UnitEntry.Check(state, command.OccurredAt, context) is { } refusal)
            return Decision.Refuse(refusal);
        var at = context.When(command.OccurredAt);
        if (state.PanicIncidentId is { } open && (at - state.PanicAt).Duration() <= AgainWithin)
            return Again(state, command, states.Incident(open), at);
        var made = states.Incident(command.IncidentId);
        if (made.Version > 0)
            return Decision.Nothing with { Answers = made.Stream };
        var receivedAt = context.Now - at > context.HistoricAfter ? context.Now : at;
        return Decision.Do(
        [
            new DecidedEvent(made.Stream, Created(state, command, at, context), receivedAt),
            .. Related(state).SelectMany(other => Links(made.Id, other, context.Now)),
            new DecidedEvent(state.Stream, new PanicRaised(made.Id, Again: false), at),
        ]) with
        {
            Answers = made.Stream,
        };
    }

    private static Decision Again(UnitState state, RaisePanic command, IncidentState open, DateTimeOffset at)
    {
        // A place that somebody put right by hand is better known than to the device.
        var seen = open.Located is null && open.Location is not null ? null : command.Location;
        return Decision.Do(
            new DecidedEvent(open.Stream, new PanicRepeated(state.Id, command.Note, seen), at),
            new DecidedEvent(state.Stream, new PanicRaised(open.Id, Again: true), at)) with
        {
            Answers = open.Stream,
        };
    }

    private static IncidentCreated Created(UnitState state, RaisePanic command, DateTimeOffset at, DecisionContext context)
    {
        var place = Place(state, command, at);
        var jurisdiction = context.Fact<Jurisdiction>();
        return new IncidentCreated(
            context.Number,
            CallId: null,
            context.Fact<DistressCategory>()?.Word ?? "",
            Priority,
            place is { Point: var point } ? new Location(point.Lat, point.Lon, null) : null,
            command.Note,
            StationOf(state, jurisdiction),
            jurisdiction?.AreaClass,
            context.Timing?.Name,
            Exercise: false,
            Historic: false,
            StationGiven: state.Station is not null)
        {
            Timing = context.Timing,
            Unattended = context.Unattended,
            Suspects = context.Timing is not null || context.Unattended is not null,
            PanicUnitId = state.Id,
            Distress = new DistressRaised(at, SeenWithinSeconds),
            Located = place?.How,
        };
    }

    // Its own station, unless that is retired: then whoever took over.
    private static string? StationOf(UnitState state, Jurisdiction? found) =>
        state.Station is { } own && found?.Instead != own ? own : found?.Station;

    // What it has to do with: the incident that the unit is on, and a distress that is still open.
    private static IEnumerable<IncidentId> Related(UnitState? state) =>
        new[] { state?.IncidentId, state?.PanicIncidentId }.OfType<IncidentId>().Distinct();

    private static DecidedEvent[] Links(IncidentId one, IncidentId other, DateTimeOffset at) =>
    [
        new(one.Stream, new LinkAdded(other, LinkRelation.RelatedTo), at),
        new(other.Stream, new LinkAdded(one, LinkRelation.RelatedTo), at),
    ];
}
