using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Recommending;

/// <summary>Units worth sending: <c>GET /api/v1/incidents/{id}/recommendations</c>.</summary>
internal static class RecommendationRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapRecommendations(this IEndpointRouteBuilder routes, Edge edge) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/incidents/{id}/recommendations", http => Get(http, edge), new ApiRoute("Units worth sending, best first")
        {
            Tag = "Incidents",
            Answer = typeof(IReadOnlyList<RecommendationView>),
            Problems = [404, 409, 422],
            Query = [new("count", () => CommonParameters.Number(EdgeLimits.RecommendationsDefault, EdgeLimits.RecommendationsMax), "How many.")],
        }, Deed.Recommend);

    private static async Task Get(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }
        var errors = new FieldErrors();
        var count = new QueryReader(http, errors).Only("count").Number("count", EdgeLimits.RecommendationsDefault, 1, EdgeLimits.RecommendationsMax);
        if (errors.Any)
        {
            await edge.Refuse(http, Problem.Invalid(errors));
            return;
        }
        var id = http.Request.RouteValues.Id<IncidentId>("id");
        var reader = Edge.ActorOf(http, Deed.Recommend);
        var found = await edge.Caller.Call(CallPolicy.Read, _ => edge.Grains.GetGrain<IRecommendingGrain>(0).Recommend(id, count, reader), http.RequestAborted);
        if (found.Refusal is { } refusal)
        {
            await edge.Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, TocsinJson.Write(found.Items));
    }
}
