using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Recommending;

/// <summary>Units worth sending: <c>GET /api/v1/incidents/{id}/recommendations</c>.</summary>
internal static class RecommendationRoutes
{
    private const string Path = ApiOperation.BasePath + "/incidents/{id}/recommendations";

    private static readonly ApiOperation Operation = new(
        "getRecommendations",
        "Read the units worth sending, best first",
        """
        Free units by estimated arrival, each with its reasons, in words and as codes. Without coordinates the free units of the
        incident's station in order of id: `etaSeconds` and `distanceMeters` are null, and the first reason is `placeUnknown`. 409
        `incidentClosed`: the incident is closed. 422 `locationUnknown`: it has neither coordinates nor a station.
        """)
    {
        Tag = "Incidents",
        Answer = ApiAnswer.Of<IReadOnlyList<RecommendationView>>(() => [RecommendationExamples.Unit]),
        Path = [ApiParameter.OfId<IncidentId>("id", "The incident.")],
        Problems = [404, 409, 422],
        Query = [new("count", Count, "The most units.")],
    };

    /// <summary>Maps it.</summary>
    public static void MapRecommendations(this IEndpointRouteBuilder routes, Responder responder) =>
        routes.MapOperation(HttpMethods.Get, Path, http => Get(http, responder), Operation, Permission.Recommend);

    private static Microsoft.OpenApi.OpenApiSchema Count() =>
        CommonParameters.Number(GatewayLimits.RecommendationsDefault, GatewayLimits.RecommendationsMax);

    private static async Task Get(HttpContext http, Responder responder)
    {
        if (!PathIds.AreGood(http))
        {
            await responder.Refuse(http, Problem.NotFound);
            return;
        }
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("count");
        var count = query.Number("count", GatewayLimits.RecommendationsDefault, 1, GatewayLimits.RecommendationsMax);
        if (errors.Any)
        {
            await responder.Refuse(http, Problem.Invalid(errors));
            return;
        }
        var id = http.Request.RouteValues.Id<IncidentId>("id");
        var reader = Responder.ActorOf(http, Permission.Recommend);
        var grain = responder.Grains.GetGrain<IRecommendingGrain>(0);
        var found = await responder.Caller.Call(CallPolicy.Read, _ => grain.Recommend(id, count, reader), http.RequestAborted);
        if (found.Refusal is { } refusal)
        {
            await responder.Refuse(http, refusal);
            return;
        }
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, TocsinJson.Write(found.Items));
    }
}
