using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Overdue;

/// <summary>What is late now: <c>/api/v1/overdue</c>.</summary>
internal static class OverdueRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapOverdue(this IEndpointRouteBuilder routes, Edge edge) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/overdue", http => List(http, edge), new ApiRoute("What is late now, worst first, and counted by station, unit and stage")
        {
            Tag = "Overdue",
            Answer = typeof(OverdueList),
            Query =
            [
                new("station", () => CommonParameters.Text(EdgeLimits.WordMax), "Of this station."),
                new("unit", IdKind<UnitId>.Instance.Schema, "Of this unit."),
                CommonParameters.Limit,
                CommonParameters.Cursor,
            ],
        }, Deed.ReadOverdue);

    private static Task List(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("station", "unit", "limit", "cursor");
        var filter = new OverdueFilter(query.Text("station", EdgeLimits.WordMax), query.Id<UnitId>("unit"), query.Cursor(), query.Limit());
        var reader = Edge.ActorOf(http, Deed.ReadOverdue);
        // What is late grows with the clock alone, so it has no version.
        return edge.AnswerText(http, errors, () => edge.Grains.GetGrain<IOverdueGrain>(0).List(filter, reader));
    }
}
