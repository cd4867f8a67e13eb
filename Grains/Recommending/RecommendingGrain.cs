using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Recommending.Travel;
using Tocsin.Streams;

namespace Tocsin.Recommending;

/// <summary>Recommends the free units that would arrive first.</summary>
[StatelessWorker, Reentrant]
internal sealed class RecommendingGrain(IJournal journal, ICandidateSource candidates, IOptions<DispatchOptions> options, TimeProvider time) : Grain, IRecommendingGrain
{
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
        // No incident: who is on it already is no candidate, as nobody who is busy is.
        var scene = SceneOf(view, place) with { Incident = null };
        var found = Recommender.Recommend(await candidates.LookAsync(), scene, [Need.Any(count)], GreatCircleEstimator.Instance);
        return new Recommendations(null, found.Needs[0].Units);
    }

    private static Recommendations Refused(RefusalCode code, string detail) => new(new Refusal(code, detail), []);

    private Scene SceneOf(IncidentView view, GeoPoint place)
    {
        var now = time.GetUtcNow();
        return new Scene(view.Id, place, view.Priority, view.Station, now, TimeZoneInfo.ConvertTime(now, options.Value.TimeZone).Hour);
    }
}
