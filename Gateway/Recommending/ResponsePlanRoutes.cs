using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.OpenApi;
using Tocsin.Policies;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.RunCards;
using Tocsin.SignIn;

namespace Tocsin.Recommending;

/// <summary>Response plans: <c>/api/v1/incidents/{id}/response-plan</c>; and by what their arrivals are estimated.</summary>
internal static class ResponsePlanRoutes
{
    private const string Path = Edge.BasePath + "/incidents/{id}/response-plan";

    /// <summary>Maps them.</summary>
    public static void MapResponsePlans(this IEndpointRouteBuilder routes, Edge edge)
    {
        routes.MapRoute(HttpMethods.Get, Path, http => Get(http, edge), new ApiRoute("What the run card asks for up to an alarm, who would fill it, who was passed over, and why")
        {
            Tag = "Incidents",
            Answer = typeof(ResponsePlanView),
            Problems = [404, 409, 422],
            Query = [new("alarm", () => CommonParameters.Number(1, RunCardPlan.MaxAlarms), "Up to which alarm.")],
        }, Deed.Recommend);
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/settings/travel", http => GetTravel(http, edge), new ApiRoute("What the journal taught about driving, and how far estimates are off with it and without")
        {
            Tag = PolicyRoutes.Tag,
            Answer = typeof(TravelModel),
        }, Deed.ReadUnits);
        var post = new CommandRoute<PlanRequest>(
            edge, Deed.Assign, PlanRequestBody.Kind, static (grains, id, request, context) => grains.GetGrain<IRecommendingGrain>(0).Commit(IncidentId.Of(id), request, context));
        routes.MapCommand(HttpMethods.Post, Path, post, PlanRequestBody.Kind, new ApiRoute("Assign the units of the plan; whom somebody else took is replaced at once by the next best")
        {
            Tag = "Incidents",
            Answer = typeof(PlanAnswer),
            Problems = [404, 409, 412, 422],
        }, Deed.Assign);
    }

    private static Task GetTravel(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        return edge.AnswerText(http, errors, async () => new Thing(null, TocsinJson.Write(await edge.Grains.GetGrain<ITravelGrain>(0).Model()), 0));
    }

    private static Task Get(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        var alarm = new QueryReader(http, errors).Only("alarm").Number("alarm", 1, 1, RunCardPlan.MaxAlarms);
        var id = http.Request.RouteValues.Id<IncidentId>("id");
        var reader = Edge.ActorOf(http, Deed.Recommend);
        return edge.AnswerText(http, errors, () => edge.Grains.GetGrain<IRecommendingGrain>(0).Plan(id, alarm, reader));
    }
}
