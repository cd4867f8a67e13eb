using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.SignIn;

namespace Tocsin.Units;

/// <summary>Units: <c>/api/v1/units</c>.</summary>
internal static class UnitRoutes
{
    private const string Base = Edge.BasePath + "/units";
    private const string Tag = "Units";

    private static readonly WordKind<UnitStatus> Status = Words.Of<UnitStatus>();

    /// <summary>Maps them.</summary>
    public static void MapUnits(this IEndpointRouteBuilder routes, Edge edge, LiveOutbox outbox)
    {
        Map(routes, edge, HttpMethods.Put, "/{id}", UnitBodies.Register, "Register a unit, or change one; never its status", Deed.Register, [201, 200]);
        Map(routes, edge, HttpMethods.Post, "/{id}/duty", UnitBodies.Duty, "Put it on or off duty, in or out of service", Deed.SetDuty, [200]);
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge, outbox), new ApiRoute("Units, by id")
        {
            Tag = Tag,
            Answer = typeof(UnitView),
            IsPage = true,
            Query = [new("status", () => Status.Schema(), "Of this status."), new("station", () => CommonParameters.Text(EdgeLimits.WordMax), "Of this station."), CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadUnits);
        routes.MapRoute(HttpMethods.Get, Base + "/{id}", http => Get(http, edge, outbox), new ApiRoute("A unit") { Tag = Tag, Answer = typeof(UnitView), Problems = [404] }, Deed.ReadUnits);
        routes.MapTrail(edge, Base, StreamKind.Unit, Tag, Deed.ReadUnitTrail);
    }

    private static void Map<T>(IEndpointRouteBuilder routes, Edge edge, string method, string pattern, Kind<T> body, string summary, Deed permission, int[] statuses)
        where T : UnitCommand
    {
        var route = new CommandRoute<T>(edge, permission, body, static (grains, id, command, context) => grains.GetKnown<IUnitGrain>(id).Execute(command, context))
        {
            Location = Base + "/",
        };
        routes.MapCommand(method, Base + pattern, route, body, new ApiRoute(summary)
        {
            Tag = Tag,
            Answer = typeof(UnitView),
            Statuses = statuses,
            Problems = [404, 409, 412, 422],
        }, permission);
    }

    // Whoever has just reported a position finds it: what waits to be handed on is handed on first.
    private static async Task List(HttpContext http, Edge edge, LiveOutbox outbox)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("status", "station", "limit", "cursor");
        var filter = new UnitFilter(query.Word("status", Status), query.Text("station", EdgeLimits.WordMax), query.Limit(), query.Cursor());
        var reader = Edge.ActorOf(http, Deed.ReadUnits);
        await outbox.HandAsync();
        await edge.AnswerPage(http, errors, reading => reading.ListUnits(filter, reader));
    }

    private static async Task Get(HttpContext http, Edge edge, LiveOutbox outbox)
    {
        if (!PathIds.AreGood(http))
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }

        await outbox.HandAsync();
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        var id = http.Request.RouteValues.Id<UnitId>("id");
        var reader = Edge.ActorOf(http, Deed.ReadUnits);
        // A unit's position moves without its version: If-None-Match is not answered.
        await edge.AnswerThing(http, conditional: false, errors, reading => reading.GetUnit(id, reader));
    }
}
