using System.Globalization;
using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>Recommends the free units that would arrive first, by great circle with a detour factor.</summary>
[StatelessWorker, Reentrant]
internal sealed class RecommendingGrain(IJournal journal, IJournalQueries queries, PositionLookup positions, TimeProvider time) : Grain, IRecommendingGrain
{
    /// <summary>The most free units that are looked at.</summary>
    private const int CandidateLimit = 10_000;

    /// <inheritdoc/>
    public async Task<Recommendations> Recommend(IncidentId incident, int count, Actor reader)
    {
        if (await journal.FindAsync(incident.Stream) is not { } row)
            return Refused(RefusalCode.NotFound, "There is no such incident.");
        var view = TocsinJson.Read<IncidentView>(row.Entry.View);
        if (reader.Role is Roles.Unit or Roles.Station && !IncidentAccess.MayRead(view, reader, time.GetUtcNow()))
            return Refused(RefusalCode.NotYours, "It is another's affair.");
        if (view.Location?.Point is not { } place)
            return Refused(RefusalCode.LocationUnknown, "The incident has no coordinates.");

        var free = await queries.ListUnitsAsync(new UnitQuery((short)UnitStatus.Available, null, null, CandidateLimit));
        var units = free.Select(r => TocsinJson.Read<UnitView>(r.Entry.View)).ToList();
        var known = await positions.FindAsync([.. units.Select(u => u.Id)]);
        return new Recommendations(null, [.. units
            .Select(u => Candidate(u, known.GetValueOrDefault(u.Id), place))
            .OfType<RecommendationView>()
            .OrderBy(r => r.EtaSeconds)
            .ThenBy(r => r.UnitId.Value, StringComparer.Ordinal)
            .Take(count)]);
    }

    private static Recommendations Refused(RefusalCode code, string detail) => new(new Refusal(code, detail), []);

    /// <summary>A unit with neither position nor home cannot be placed, and is not offered.</summary>
    private static RecommendationView? Candidate(UnitView unit, PositionView? position, GeoPoint place)
    {
        var from = position is { } p ? new GeoPoint(p.Lat, p.Lon) : unit.Home;
        if (from is not { } start)
            return null;
        var meters = TravelEstimate.Meters(start, place);
        var reason = position is { } seen
            ? string.Create(CultureInfo.InvariantCulture, $"free; {meters / 1000:0.0} km from its position of {seen.At:HH:mm:ss}Z")
            : string.Create(CultureInfo.InvariantCulture, $"free; {meters / 1000:0.0} km from its home, no position known");
        return new RecommendationView(unit.Id, TravelEstimate.Seconds(meters), (int)Math.Round(meters), [reason]);
    }
}
