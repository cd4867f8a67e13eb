using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Units;

/// <summary>Units: <c>/api/v1/units</c>.</summary>
internal static class UnitRoutes
{
    private const string Base = ApiOperation.BasePath + "/units";
    private const string One = Base + "/{id}";
    private const string Tag = "Units";

    private static readonly EnumType<UnitStatus> Status = EnumType.Of<UnitStatus>();
    private static readonly ApiParameter Id = ApiParameter.OfId<UnitId>("id", "The unit.");
    private static readonly ApiAnswer Answer = ApiAnswer.Of(() => ExampleScene.Unit);

    /// <summary>Maps them.</summary>
    public static void MapUnits(this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox, PositionJudge judge)
    {
        Map(routes, responder, HttpMethods.Put, "", UnitBodies.Register, Permission.Register, [201, 200], new(
            "registerUnit",
            "Register or change a unit",
            """
            A new unit is `offDuty`. A change never touches the status; an assignment keeps the station with which it was made. A unit with
            `retired` goes on no duty and is assigned no more (422 `retired`); its history stays, and `retired: false` brings it back. It
            is not retired while it is on an incident or in distress (409 `unitBusy`), or on duty (409 `wrongStage`). A call sign is unique
            among units that are not retired, compared without case, spaces and leading zeros (422 `callSignTaken`).
            """)
        {
            Tag = Tag,
            Answer = Answer,
        });
        Map(routes, responder, HttpMethods.Post, "/duty", UnitBodies.Duty, Permission.SetDuty, [200], new(
            "setDuty",
            "Put a unit on or off duty, in or out of service",
            """
            Off duty ends out-of-service and forgets the crew. The same again is 200, and nothing is recorded. 409 `unitBusy`: the unit
            has an active assignment, and cannot go off duty or out of service.
            """)
        {
            Tag = Tag,
            Answer = Answer,
        });
        routes.MapVisitors(responder, outbox, judge);
        MapReads(routes, responder, outbox);
    }

    // What waits in the outbox is sent first, so that a client that has just reported a position reads it.
    private static void MapReads(IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox)
    {
        ApiOperation list = new(
            "listUnits", "List units, by id", "With their newest positions. Names of crews are null for roles that may not see them.")
        {
            Tag = Tag,
            Answer = ApiAnswer.PageOf(() => ExampleScene.Unit),
            Query =
            [
                new("status", Status.Schema, "Only units with this status; absent: all."),
                new("station", () => CommonParameters.Text(GatewayLimits.WordMax), "Only units of this station; absent: of all."),
                CommonParameters.Limit,
                CommonParameters.Cursor,
            ],
        };
        routes.MapList(responder, Base, list, Permission.ReadUnits, request =>
        {
            var query = request.Query;
            var filter = new UnitFilter(
                query.Word("status", Status), query.Text("station", GatewayLimits.WordMax), query.Limit(), query.Cursor());
            return () => responder.Reading.ListUnits(filter, request.Reader);
        }, outbox.SendAsync, UnitCsv.Table);

        ApiOperation shared = new(
            "listSharedCallSigns",
            "List call signs that several units have",
            """
            Call signs are unique among units that are not retired. Two units may still have one from before that rule; each is judged
            (422 `callSignTaken`) when it is changed. Give all but one of them another call sign, or retire them.
            """)
        {
            Tag = Tag,
            Answer = ApiAnswer.PageOf(() => new SharedCallSign("Patrol 7", [ExampleScene.UnitId, UnitId.Of("P7")])),
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        };
        routes.MapList(responder, ApiOperation.BasePath + "/settings/shared-call-signs", shared, Permission.Register, request =>
        {
            var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
            return () => responder.Reading.ListSharedCallSigns(limit, cursor, request.Reader);
        });

        // A position changes without the version: If-None-Match is not answered.
        ApiOperation get = new(
            "getUnit",
            "Read a unit",
            "With its newest position and how its device reports, whose changes are not counted in `version`.")
        {
            Tag = Tag,
            Answer = Answer,
            Problems = [404],
            Path = [Id],
        };
        routes.MapGet(responder, One, get, Permission.ReadUnits, request =>
        {
            var id = request.Path.Id<UnitId>("id");
            return () => responder.Reading.GetUnit(id, request.Reader);
        }, outbox.SendAsync, UnitCsv.Table);
        routes.MapTrail(
            responder, One, path => path.Id<UnitId>("id").Stream, ("getUnitTrail", Tag, "a unit", [Id]), Permission.ReadUnitTrail);
    }

    private static void Map<T>(
        IEndpointRouteBuilder routes,
        Responder responder,
        string method,
        string path,
        JsonType<T> body,
        Permission permission,
        int[] statuses,
        ApiOperation operation)
        where T : UnitCommand
    {
        var route = new CommandRoute<T>(responder, [permission], body, Send) { Location = Base + "/" };
        routes.MapCommand(method, One + path, route, operation with
        {
            Path = [Id],
            Statuses = statuses,
            Problems = ApiOperation.CommandProblems,
        });
    }

    private static Task<CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, CommandContext context)
        where T : UnitCommand => grains.GetKnown<IUnitGrain>(id).Execute(command, context);
}
