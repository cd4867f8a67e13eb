using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Routing;
using Tocsin.Settings;
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

    private static readonly EnumType<StationKind> Kinds = EnumType.Of<StationKind>();

    private static readonly JsonField<StationKind> Kind = JsonField.NotNull(
        "kind",
        Kinds,
        "A police station, or another body that directives go to; a body has no places. Absent: as it is, at first `station`.",
        StationKind.Station);

    private static readonly JsonField<bool> External = JsonField.NotNull(
        "external",
        CommonTypes.Flag,
        "Whether nobody of it signs in here: the centre signs and reports for it. Absent: as it is, at first false.",
        false);

    private static readonly JsonField<bool> MayInstruct = JsonField.NotNull(
        "mayInstruct", CommonTypes.Flag, "Whether it may issue directives. Absent: as it is, at first false.", false);

    private static readonly JsonField<string> Phone = JsonField.Optional(
        "phone",
        new TextType(1, GatewayLimits.CallerNumberMax),
        "Its telephone number; null: none. Absent: as it is.",
        "0355-2022110");

    private static readonly JsonType<StationCommand> Body = new ObjectType<StationCommand>(
        nameof(RegisterStation), new FieldSet(
            Name, Place, Class, Area, Retired, Successor, Kind, External, MayInstruct, Phone), Registration);

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
            A `body` is another party that directives go to: it needs no place, and no incident belongs to it by its place.
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
        ApiOperation list = new("listStations", "List stations, by id", "All registered stations and bodies, with their areas.")
        {
            Tag = Tag,
            Answer = ApiAnswer.PageOf(Example),
            Query =
            [
                new("kind", Kinds.Schema, "Only stations, or only bodies; absent: both."),
                CommonParameters.Limit,
                CommonParameters.Cursor,
            ],
        };
        routes.MapList(responder, Base, list, Permission.ReadUnits, request =>
        {
            var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
            var kind = request.Query.Word("kind", Kinds);
            return () => kind is { } only
                ? responder.Reading.ListStationsOfKind(only, limit, cursor, request.Reader)
                : responder.Reading.ListStations(limit, cursor, request.Reader);
        });
    }

    private static StationCommand Registration(FieldValues v)
    {
        var station = new RegisterStation(v.Get(Name), v.Find(Place), v.Find(Class), v.Find(Area));
        var successor = v.Has(Successor) ? new Optional<StationId?>(v.Find(Successor)) : default;
        var retiring = new RetireStation(station, v.Find(Retired), successor);
        if (v.IsGiven(Kind) || v.IsGiven(External) || v.IsGiven(MayInstruct) || v.Has(Phone))
        {
            var phone = v.Has(Phone) ? new Optional<string?>(v.Find(Phone)) : default;
            return new RegisterBody(retiring, v.Find(Kind), v.Find(External), v.Find(MayInstruct), phone);
        }
        return v.IsGiven(Retired) || successor.IsSet ? retiring : station;
    }

    private static StationView Example() => new(
        StationId.Of(ExampleScene.Station),
        "城关派出所",
        new GeoPoint(36.52, 113.04),
        AreaClass.City,
        ExampleScene.Area,
        Version: 2);
}
