using Tocsin.Answers;
using Tocsin.Clocks;
using Tocsin.Csv;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Overdue;

/// <summary>What is overdue now: <c>/api/v1/overdue</c>.</summary>
internal static class OverdueRoutes
{
    private static readonly ApiOperation Operation = new(
        "listOverdue",
        "List what is overdue, worst first",
        """
        Clocks past their limit, incidents that are reported but not closed, historic incidents that nobody attends, and calls that are to
        be called back; counted by station, unit and stage, so that a storm of them stays visible. A station sees its own. With
        `complete` false the counts say at least how many.
        """)
    {
        Tag = "Overdue",
        Cost = static _ => RequestCosts.List,
        Answer = ApiAnswer.Of(Example),
        Query =
        [
            new("station", () => CommonParameters.Text(GatewayLimits.WordMax), "Only of this station; absent: of all."),
            new("unit", IdType<UnitId>.Instance.Schema, "Only of this unit; absent: of all."),
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapOverdue(this IEndpointRouteBuilder routes, Responder responder) => routes.MapOperation(
        HttpMethods.Get,
        ApiOperation.BasePath + "/overdue",
        http => List(http, responder),
        Operation.OrAs(OverdueCsv.Table),
        Permission.ReadOverdue);

    private static Task List(HttpContext http, Responder responder)
    {
        if (Accepted.Of(http, AnswerWriter.Json, CsvTable.Media) is not { } media)
            return responder.Refuse(http, Problem.NotAcceptable);
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("station", "unit", "limit", "cursor");
        var filter = new OverdueFilter(
            query.Text("station", GatewayLimits.WordMax), query.Id<UnitId>("unit"), query.Cursor(), query.Limit());
        var reader = Responder.ActorOf(http, Permission.ReadOverdue);
        // Delays grow with the clock alone, so the list has no version.
        return responder.AnswerText(
            http,
            errors,
            () => responder.Grains.GetGrain<IOverdueGrain>(0).List(filter, reader),
            table: media == CsvTable.Media ? OverdueCsv.Table : null);
    }

    private static OverdueList Example() => new(
        ExampleScene.ReceivedAt.AddSeconds(700),
        Total: 1,
        Complete: true,
        [new OverdueGroup(ExampleScene.Station, 1, 1, 45)],
        [],
        [new OverdueGroup("arrive", 1, 1, 45)],
        [
            new OverdueItem(
                OverdueKind.Overdue,
                ExampleScene.IncidentId,
                null,
                "260131-0042",
                "盗窃",
                2,
                IncidentStatus.EnRoute,
                ExampleScene.Station,
                Exercise: false,
                ClockStage.Arrive,
                null,
                ExampleScene.ReceivedAt.AddSeconds(655),
                LateSeconds: 45,
                EscalationLevel.Station,
                null,
                null,
                null),
        ],
        null);
}
