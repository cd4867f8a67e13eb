using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Positions;

/// <summary>Where a unit was: <c>GET /api/v1/units/{id}/track</c>.</summary>
internal static class TrackRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapTracks(this IEndpointRouteBuilder routes, Edge edge) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/units/{id}/track", http => Track(http, edge), new ApiRoute("Where it was: a point each 10 s at most, oldest first, the newest 5,000 of the time asked for")
        {
            Tag = "Units",
            Answer = typeof(TrackAnswer),
            Problems = [404],
            Query =
            [
                new("from", CommonKinds.Instant.Schema, "From when; nothing: an hour before the end."),
                new("to", CommonKinds.Instant.Schema, "Until when; nothing: now."),
            ],
        }, Deed.ReadUnits);

    private static async Task Track(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }

        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("from", "to");
        var to = query.Instant("to") ?? edge.Time.GetUtcNow() + EdgeLimits.AheadMax;
        var from = query.Instant("from") ?? to - EdgeLimits.TrackDefault;
        if (errors.Any)
        {
            await edge.Refuse(http, Problem.Invalid(errors));
            return;
        }

        var unit = http.Request.RouteValues.Id<UnitId>("id");
        var known = await edge.Caller.Call(CallPolicy.Read, _ => edge.Grains.GetGrain<ILiveGrain>(0).Registered([unit]), http.RequestAborted);
        if (known.Count == 0)
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }

        var points = await edge.Caller.Call(CallPolicy.Read, _ => edge.Grains.GetGrain<ILiveGrain>(0).Track(unit, from, to, EdgeLimits.TrackPointsMax), http.RequestAborted);
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, TocsinJson.Write(new TrackAnswer(unit, [.. points.Select(p => new TrackPoint(p.Lat, p.Lon, p.At, p.Speed, p.Heading))])));
    }
}
