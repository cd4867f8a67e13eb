using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Places;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Duplicates;

/// <summary>Likely duplicates: <c>GET /api/v1/incidents/duplicates</c>.</summary>
internal static class DuplicateRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapDuplicates(this IEndpointRouteBuilder routes, Edge edge) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/incidents/duplicates", http => Get(http, edge), new ApiRoute("Open incidents that a caller may be telling of, most likely first")
        {
            Tag = "Incidents",
            Answer = typeof(IReadOnlyList<DuplicateView>),
            Query =
            [
                new("lat", LocationKinds.Latitude.Schema, "Where; with lon."),
                new("lon", LocationKinds.Longitude.Schema, "Where; with lat."),
                new("category", () => CommonParameters.Text(EdgeLimits.WordMax), "What."),
                new("at", CommonKinds.Instant.Schema, "When; default now."),
                new("q", () => CommonParameters.Text(EdgeLimits.DuplicateWordsMax), "Address and words so far."),
            ],
        }, Deed.ReadCalls);

    private static Task Get(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("lat", "lon", "category", "at", "q");
        var (lat, lon) = (query.Decimal("lat", -90, 90), query.Decimal("lon", -180, 180));
        if (query.One("lat") is null != query.One("lon") is null)
            errors.AddBelow(query.One("lat") is null ? "lat" : "lon", ErrorCodes.Required, "lat and lon come both or neither");
        var question = new DuplicateQuestion(
            lat is { } north && lon is { } east ? new GeoPoint(north, east) : null,
            query.Text("category", EdgeLimits.WordMax),
            query.Instant("at"),
            query.Text("q", EdgeLimits.DuplicateWordsMax));
        var reader = Edge.ActorOf(http, Deed.ReadCalls);
        return edge.AnswerText(http, errors, () => edge.Grains.GetGrain<IDuplicatesGrain>(0).Find(question, reader));
    }
}
