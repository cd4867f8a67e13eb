using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.OpenApi;
using Tocsin.Places;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Stations;

/// <summary>Stations: <c>/api/v1/stations</c>.</summary>
internal static class StationRoutes
{
    private const string Base = Edge.BasePath + "/stations";
    private const string Tag = "Stations";

    private static readonly Field<string> Name = Field.Required("name", CommonKinds.Word);
    private static readonly Field<GeoPoint> Place = Field.Optional("location", LocationKinds.Point);
    private static readonly Field<AreaClass> Class = Field.Optional("areaClass", Words.Of<AreaClass>());
    private static readonly Field<string> Area = Field.Optional("area", new AreaKind());

    private static readonly Kind<RegisterStation> Register = new ObjectKind<RegisterStation>(
        new Shape(Name, Place, Class, Area),
        v => new RegisterStation(v.Get(Name), v.Find(Place), v.Find(Class), v.Find(Area)));

    /// <summary>Maps them.</summary>
    public static void MapStations(this IEndpointRouteBuilder routes, Edge edge)
    {
        var put = new CommandRoute<RegisterStation>(
            edge, Deed.Register, Register, static (grains, id, command, context) => grains.GetGrain<IStationGrain>(id).Execute(command, context))
        {
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, Base + "/{id}", put, Register, new ApiRoute("Register a station, or change one")
        {
            Tag = Tag,
            Answer = typeof(StationView),
            Statuses = [201, 200],
            Problems = [404, 409, 412, 422],
        }, Deed.Register);
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge), new ApiRoute("Stations, by id")
        {
            Tag = Tag,
            Answer = typeof(StationView),
            IsPage = true,
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadUnits);
    }

    private static Task List(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("limit", "cursor");
        var (limit, cursor) = (query.Limit(), query.Cursor());
        var reader = Edge.ActorOf(http, Deed.ReadUnits);
        return edge.AnswerPage(http, errors, reading => reading.ListStations(limit, cursor, reader));
    }
}
