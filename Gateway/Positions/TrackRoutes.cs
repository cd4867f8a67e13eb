using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.JsonBodies;
using Tocsin.Live;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Positions;

/// <summary>Where a unit was: <c>GET /api/v1/units/{id}/track</c>.</summary>
internal static class TrackRoutes
{
    private static readonly ApiOperation Operation = new(
        "getUnitTrack",
        "Read where a unit was",
        """
        The positions of the time asked for, oldest first, one per 10 s at most; of more than 5,000 the newest. Tracks are kept as long as
        `Tocsin:TrackTime` says, a day by default. Who may read the unit's trail may read it.
        """)
    {
        Tag = "Units",
        Answer = ApiAnswer.Of(Example),
        Path = [ApiParameter.OfId<UnitId>("id", "The unit.")],
        Problems = [404],
        Query =
        [
            new("from", CommonTypes.Instant.Schema, "The start; absent: an hour before the end."),
            new("to", CommonTypes.Instant.Schema, "The end; absent: now."),
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapTracks(this IEndpointRouteBuilder routes, Responder responder) => routes.MapOperation(
        HttpMethods.Get, ApiOperation.BasePath + "/units/{id}/track", http => Track(http, responder), Operation, Permission.ReadUnitTrail);

    private static async Task Track(HttpContext http, Responder responder)
    {
        if (!PathIds.AreGood(http))
        {
            await responder.Refuse(http, Problem.NotFound);
            return;
        }

        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("from", "to");
        var to = query.Instant("to") ?? responder.Time.GetUtcNow() + GatewayLimits.AheadMax;
        var from = query.Instant("from") ?? to - GatewayLimits.TrackDefault;
        if (errors.Any)
        {
            await responder.Refuse(http, Problem.Invalid(errors));
            return;
        }

        var unit = http.Request.RouteValues.Id<UnitId>("id");
        var reader = Responder.ActorOf(http, Permission.ReadUnitTrail);
        var may = await responder.Caller.Call(
            CallPolicy.Read, _ => responder.Reading.MayRead(unit.Stream, reader), http.RequestAborted);
        if (may.Refusal is { } refusal)
        {
            await responder.Refuse(http, refusal);
            return;
        }

        var points = await responder.Caller.Call(
            CallPolicy.Read,
            _ => responder.Grains.GetGrain<ILiveGrain>(0).Track(unit, from, to, GatewayLimits.TrackPointsMax),
            http.RequestAborted);
        var answer = new TrackAnswer(unit, [.. points.Select(p => new TrackPoint(p.Lat, p.Lon, p.At, p.Speed, p.Heading))]);
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, TocsinJson.Write(answer));
    }

    private static TrackAnswer Example() => new(
        ExampleScene.UnitId,
        [
            new TrackPoint(36.521, 113.041, ExampleScene.OnSceneAt.AddSeconds(-20), 11.8, 45),
            new TrackPoint(36.526, 113.046, ExampleScene.OnSceneAt.AddSeconds(-10), 9.2, 45),
            new TrackPoint(36.53, 113.05, ExampleScene.OnSceneAt, 0, null),
        ]);
}
