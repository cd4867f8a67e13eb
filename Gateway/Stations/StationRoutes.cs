using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Stations;

/// <summary>Stations: <c>/api/v1/stations</c>.</summary>
internal static class StationRoutes
{
    private const string Base = ApiOperation.BasePath + "/stations";
    private const string Tag = "Stations";

    private static readonly JsonField<string> Name = JsonField.Required("name", CommonTypes.Word, "Its name.", "城关派出所");
    private static readonly JsonField<GeoPoint> Place = JsonField.Optional(
        "location", LocationTypes.Point, "Where it stands; null: not known.");

    private static readonly JsonField<AreaClass> Class = JsonField.Optional(
        "areaClass", EnumType.Of<AreaClass>(), "The class of its area, by which time limits differ; null: none.", AreaClass.City);

    private static readonly JsonField<string> Area = JsonField.Optional(
        "area", new AreaType(), "Its area: incidents inside it belong to the station; null: none.");

    private static readonly JsonField<bool> Retired = JsonField.NotNull(
        "retired",
        CommonTypes.Flag,
        "Whether it is retired: it gets no new incidents and is named for nothing new; its history stays. Absent: as it is.",
        true);

    private static readonly JsonField<StationId> Successor = JsonField.Optional(
        "successor",
        IdType<StationId>.Instance,
        "The station to which the open incidents of a retired one go; null: none. Absent: as it is.",
        StationId.Of("south"));

    private static readonly JsonType<StationCommand> Body = new ObjectType<StationCommand>(
        nameof(RegisterStation), new FieldSet(Name, Place, Class, Area, Retired, Successor), Registration);

    /// <summary>Maps them.</summary>
    public static void MapStations(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<StationCommand>(
            responder,
            [Permission.Register],
            Body,
            static (grains, id, command, context) => grains.GetGrain<IStationGrain>(id).Execute(command, context))
        {
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, Base + "/{id}", put, new(
            "registerStation",
            "Register or change a station",
            """
            An incident with coordinates belongs to the station whose area contains it (the smallest, if several do), else to the nearest.
            A change applies to incidents that are created or moved from then on. With `retired` the station's open incidents go to
            `successor`, some at a time and the retirement last: what is interrupted is sent again and goes on where it stood. 422
            `retired`: the successor is retired itself.
            """)
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(Example),
            Path = [ApiParameter.OfId<StationId>("id", "The station.")],
            Statuses = [201, 200],
            Problems = ApiOperation.CommandProblems,
        });
        ApiOperation list = new("listStations", "List stations, by id", "All registered stations, with their areas.")
        {
            Tag = Tag,
            Answer = ApiAnswer.PageOf(Example),
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        };
        routes.MapList(responder, Base, list, Permission.ReadUnits, request =>
        {
            var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
            return () => responder.Reading.ListStations(limit, cursor, request.Reader);
        });
    }

    private static StationCommand Registration(FieldValues v)
    {
        var station = new RegisterStation(v.Get(Name), v.Find(Place), v.Find(Class), v.Find(Area));
        var successor = v.Has(Successor) ? new Optional<StationId?>(v.Find(Successor)) : default;
        return v.IsGiven(Retired) || successor.IsSet ? new RetireStation(station, v.Find(Retired), successor) : station;
    }

    private static StationView Example() => new(
        StationId.Of(ExampleScene.Station),
        "城关派出所",
        new GeoPoint(36.52, 113.04),
        AreaClass.City,
        ExampleScene.Area,
        Version: 2);
}
