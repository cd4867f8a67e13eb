using Microsoft.Extensions.Options;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Settings;
using Tocsin.Units;

namespace Tocsin.Recommending.Travel;

/// <summary>
/// Reads the journeys of the last weeks out of the incidents' rows, page by page on the reports' pool; of each incident it keeps a few
/// numbers only.
/// </summary>
internal sealed class JourneyReader(IJournalQueries queries, IOptions<DispatchOptions> options)
{
    /// <summary>The journeys, in no order.</summary>
    public async Task<IReadOnlyList<Journey>> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var stints = await ReadStintsAsync(now, cancellation);
        var journeys = new List<Journey>();
        var units = new ListQuery(StreamKind.Unit, TravelLimits.UnitsMax) { Order = ListOrder.ById };
        foreach (var (row, _) in (await queries.ListAsync(units, cancellation)).Where(IsSound))
        {
            var unit = TocsinJson.Read<UnitView>(row.Entry.View);
            if (stints.TryGetValue(unit.Id, out var own))
                journeys.AddRange(Journeys.Of(own, unit.Home, unit.Kind, options.Value.TimeZone));
        }

        return journeys;
    }

    private async Task<Dictionary<UnitId, List<Stint>>> ReadStintsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var stints = new Dictionary<UnitId, List<Stint>>();
        var query = new ListQuery(StreamKind.Incident, TravelLimits.PageLimit) { From = now - TravelLimits.LearnedOf, To = now };
        for (var read = 0; read < TravelLimits.IncidentsMax;)
        {
            var page = await queries.ListAsync(query, cancellation);
            foreach (var (row, _) in page.Where(IsSound))
                Add(TocsinJson.Read<IncidentView>(row.Entry.View), stints);
            if (page.Count < TravelLimits.PageLimit)
                break;
            read += page.Count;
            query = query with { After = (page[^1].At, page[^1].Row.Stream.Id) };
        }

        return stints;
    }

    // Of thousands of journeys some are missed, and no recommendation changes.
    private static bool IsSound(ListedRow listed) => !listed.Row.IsDamaged;

    private static void Add(IncidentView incident, Dictionary<UnitId, List<Stint>> stints)
    {
        if (incident.Exercise)
            return;
        foreach (var a in incident.Assignments)
        {
            if (!stints.TryGetValue(a.UnitId, out var own))
                stints.Add(a.UnitId, own = []);
            own.Add(new Stint(incident.Location?.Point, incident.Station, a.AssignedAt, a.EnRouteAt, a.OnSceneAt, a.ClearedAt));
        }
    }
}
