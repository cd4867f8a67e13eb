using Microsoft.Extensions.Options;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Recommending.Travel;
using Tocsin.RunCards;
using Tocsin.Settings;

namespace Tocsin.Recommending;

/// <summary>Makes recommendations and response plans out of the incident's row, the run cards and the picture of who is on duty.</summary>
internal sealed class ResponsePlanner(
    IJournal journal,
    ICandidateSource candidates,
    RunCardCatalogue cards,
    TravelBook travel,
    RecommendMetrics metrics,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    private static readonly Refusal NoPlace = new(RefusalCode.LocationUnknown, "The incident has neither coordinates nor a station.");

    /// <summary>The free units that would arrive first, of whatever sort; without a place those of the incident's station.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="count">The most units.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="byStation">Whether a station will do where there is no place.</param>
    public async Task<Recommendations> RecommendAsync(IncidentId incident, int count, Actor reader, bool byStation)
    {
        var (refusal, view) = await FindAsync(incident, reader);
        if (refusal is null && view!.Location?.Point is null && !(byStation && view.Station is not null))
            refusal = NoPlace;
        if (refusal is not null)
            return new Recommendations(refusal, []);
        // No incident: who is on it already is no candidate, as nobody who is busy is.
        var scene = SceneOf(view!, foreignSeconds: 0, reader) with { Incident = null };
        var need = scene.Place is null ? Need.Any(count).OfOwnStation() : Need.Any(count);
        return new Recommendations(null, Search(candidates.Look(), scene, [need]).Needs[0].Units);
    }

    /// <summary>What the run card asks for, and who would fill it.</summary>
    public async Task<PlannedResponse> PlanAsync(IncidentId incident, int alarm, Actor reader)
    {
        var (refusal, view) = await FindAsync(incident, reader);
        if (refusal is not null)
            return PlannedResponse.Refused(refusal.Code, refusal.Detail);
        if (view!.ClosedAt is not null)
            return PlannedResponse.Refused(RefusalCode.IncidentClosed, "The incident is closed.");
        var place = view.Location?.Point;
        if (place is null && view.Station is null)
            return PlannedResponse.Refused(NoPlace.Code, NoPlace.Detail);
        var card = RunCardChoice.Of((await cards.AllAsync()).Values, view.Category, view.Priority, view.Station, view.AreaClass, place);
        var needs = RunCardNeeds.UpTo(card.Plan, alarm);
        // Where nobody knows how far it is, only the station's own units are offered; others only by a card that names the station.
        if (place is null && !card.Plan.Stations.Contains(view.Station!))
            needs = [.. needs.Select(n => n.OfOwnStation())];
        return new PlannedResponse(null, card, Search(candidates.Look(), SceneOf(view, card.Plan.ForeignSeconds, reader), needs));
    }

    private async Task<(Refusal? Refusal, IncidentView? View)> FindAsync(IncidentId incident, Actor reader)
    {
        if (await journal.FindAsync(incident.Stream) is not { } row)
            return (new Refusal(RefusalCode.NotFound, "There is no such incident."), null);
        var view = TocsinJson.Read<IncidentView>(row.Entry.View);
        return reader.Role is Roles.Unit or Roles.Station && !IncidentAccess.MayRead(view, reader, time.GetUtcNow())
            ? (new Refusal(RefusalCode.NotYours, "It is another's affair."), null)
            : (null, view);
    }

    private Recommended Search(DutyPicture picture, Scene scene, IReadOnlyList<Need> needs)
    {
        var started = time.GetTimestamp();
        var found = Recommender.Recommend(picture, scene, needs, travel.Estimator);
        metrics.Recommended(time.GetElapsedTime(started), found.Needs.Sum(n => n.Missing));
        return found;
    }

    private Scene SceneOf(IncidentView view, int foreignSeconds, Actor reader)
    {
        var now = time.GetUtcNow();
        var place = view.Location?.Point;
        return new Scene(
            view.Id,
            place,
            view.Priority,
            view.Station,
            now,
            TimeZoneInfo.ConvertTime(now, options.Value.TimeZone).Hour,
            place is null ? 0 : foreignSeconds)
        {
            Reader = reader,
        };
    }
}
