using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Duplicates;

/// <summary>Likely duplicates: <c>GET /api/v1/incidents/duplicates</c>.</summary>
internal static class DuplicateRoutes
{
    private static readonly ApiOperation Operation = new(
        "findDuplicates",
        "Find open incidents that a caller may be reporting again",
        """
        For the call-taker, while the caller still speaks: the most likely first, each with a score and reasons. All parameters are
        optional.
        """)
    {
        Tag = "Incidents",
        Cost = static _ => RequestCosts.List,
        Answer = ApiAnswer.Of<IReadOnlyList<DuplicateView>>(() => [Example()]),
        Query =
        [
            new("lat", LocationTypes.Latitude.Schema, "The latitude of the place, WGS 84 degrees; with lon."),
            new("lon", LocationTypes.Longitude.Schema, "The longitude of the place, WGS 84 degrees; with lat."),
            new("category", () => CommonParameters.Text(GatewayLimits.WordMax), "The category, as far as it is known."),
            new("at", CommonTypes.Instant.Schema, "When it happened; absent: now."),
            new("q", () => CommonParameters.Text(GatewayLimits.DuplicateWordsMax), "The words of the address and the narrative so far."),
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapDuplicates(this IEndpointRouteBuilder routes, Responder responder) => routes.MapOperation(
        HttpMethods.Get, ApiOperation.BasePath + "/incidents/duplicates", http => Get(http, responder), Operation, Permission.ReadCalls);

    private static Task Get(HttpContext http, Responder responder)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("lat", "lon", "category", "at", "q");
        var lat = query.Decimal("lat", -GatewayLimits.LatitudeMax, GatewayLimits.LatitudeMax);
        var lon = query.Decimal("lon", -GatewayLimits.LongitudeMax, GatewayLimits.LongitudeMax);
        if (query.One("lat") is null != query.One("lon") is null)
            errors.AddBelow(query.One("lat") is null ? "lat" : "lon", ErrorCodes.Required, "lat and lon come both or neither");
        var question = new DuplicateQuestion(
            lat is { } north && lon is { } east ? new GeoPoint(north, east) : null,
            query.Text("category", GatewayLimits.WordMax),
            query.Instant("at"),
            query.Text("q", GatewayLimits.DuplicateWordsMax));
        var reader = Responder.ActorOf(http, Permission.ReadCalls);
        return responder.AnswerText(http, errors, () => responder.Grains.GetGrain<IDuplicatesGrain>(0).Find(question, reader));
    }

    private static DuplicateView Example() => new(
        ExampleScene.IncidentId,
        Score: 0.87,
        ["120 m away", "received 95 s ago", "the same category"],
        [
            new DuplicateReason(DuplicateCode.Place, 120, 0.41),
            new DuplicateReason(DuplicateCode.Time, 95, 0.26),
            new DuplicateReason(DuplicateCode.Category, null, 0.2),
        ],
        "260131-0042",
        "盗窃",
        Priority: 2,
        ExampleScene.Place,
        ExampleScene.ReceivedAt,
        CallCount: 1);
}
