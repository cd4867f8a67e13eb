using Tocsin.Answers;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Policies;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.RunCards;
using Tocsin.SignIn;

namespace Tocsin.Recommending;

/// <summary>
/// Response plans: <c>/api/v1/incidents/{id}/response-plan</c>; and the travel times by which their arrivals are estimated.
/// </summary>
internal static class ResponsePlanRoutes
{
    private const string Path = ApiOperation.BasePath + "/incidents/{id}/response-plan";
    private const string Tag = "Incidents";

    private static readonly ApiParameter Id = ApiParameter.OfId<IncidentId>("id", "The incident.");

    private static readonly ApiOperation GetPlan = new(
        "getResponsePlan",
        "Read the response plan of an incident",
        """
        What the run card that fits the incident asks for, up to an alarm; the units that would fill it, with reasons; nearer units that
        were passed over, with reasons; what is missing, and why. Without coordinates only units of the incident's station fill it, and
        units of other stations only where the card names that station: `etaSeconds` and `distanceMeters` are null, the first reason is
        `placeUnknown`, and nobody is passed over. 409 `incidentClosed`: the incident is closed. 422 `locationUnknown`: it has neither
        coordinates nor a station.
        """)
    {
        Tag = Tag,
        Answer = ApiAnswer.Of(() => RecommendationExamples.Plan),
        Path = [Id],
        Problems = [404, 409, 422],
        Query = [new("alarm", () => CommonParameters.Number(1, RunCardPlan.MaxAlarms), "Up to which alarm of the run card.")],
    };

    private static readonly ApiOperation Commit = new(
        "commitResponsePlan",
        "Assign the units of a response plan",
        """
        Makes the plan anew and assigns its units, in one append. A unit that somebody else took meanwhile is replaced by the next best
        one. Without coordinates it assigns by station, as the plan says. 409 `unitBusy`: none of the units is free. 409
        `incidentClosed`: the incident is closed. 422 `locationUnknown`: it has neither coordinates nor a station, and the body names no
        units.
        """)
    {
        Tag = Tag,
        Answer = ApiAnswer.Of(() => RecommendationExamples.Committed),
        Path = [Id],
        Problems = ApiOperation.CommandProblems,
    };

    private static readonly ApiOperation GetTravel = new(
        "getTravelModel",
        "Read what was learned of travel times",
        "The factors by which arrivals are estimated, learned from the journal, and how far estimates are off with them and without.")
    {
        Tag = PolicyRoutes.Tag,
        Answer = ApiAnswer.Of(() => RecommendationExamples.Travel),
    };

    /// <summary>Maps them.</summary>
    public static void MapResponsePlans(this IEndpointRouteBuilder routes, Responder responder)
    {
        routes.MapOperation(HttpMethods.Get, Path, http => Plan(http, responder), GetPlan, Permission.Recommend);
        routes.MapOperation(
            HttpMethods.Get, ApiOperation.BasePath + "/settings/travel", http => Travel(http, responder), GetTravel, Permission.ReadUnits);
        var post = new CommandRoute<PlanRequest>(
            responder,
            [Permission.Assign],
            PlanRequestBody.Type,
            static (grains, id, request, context) => grains.GetGrain<IRecommendingGrain>(0).Commit(IncidentId.Of(id), request, context));
        routes.MapCommand(HttpMethods.Post, Path, post, Commit);
    }

    private static Task Travel(HttpContext http, Responder responder)
    {
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        var grain = responder.Grains.GetGrain<ITravelGrain>(0);
        return responder.AnswerText(http, errors, async () => new Thing(null, TocsinJson.Write(await grain.Model()), 0));
    }

    private static Task Plan(HttpContext http, Responder responder)
    {
        if (!PathIds.AreGood(http))
            return responder.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        var alarm = new QueryReader(http, errors).Only("alarm").Number("alarm", 1, 1, RunCardPlan.MaxAlarms);
        var id = http.Request.RouteValues.Id<IncidentId>("id");
        var reader = Responder.ActorOf(http, Permission.Recommend);
        return responder.AnswerText(http, errors, () => responder.Grains.GetGrain<IRecommendingGrain>(0).Plan(id, alarm, reader));
    }
}
