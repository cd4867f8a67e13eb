using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Units;

/// <summary>An officer in distress: <c>POST /units/{id}/panic</c>.</summary>
internal static class PanicRoute
{
    private static readonly ApiOperation Operation = new(
        "raisePanic",
        "Report an officer in distress",
        """
        Creates an incident of priority 1 about the unit, whatever the unit is doing, off duty, too; it is linked to the incident that the
        unit is on. Within ten minutes of the first report, while that incident is open, a further one is added to it: 200 with the same
        incident.
        """)
    {
        Tag = "Units",
        Answer = ApiAnswer.Of(Example),
        Path = [ApiParameter.OfId<UnitId>("id", "The unit in distress.")],
        Statuses = [201, 200],
        Problems = ApiOperation.CommandProblems,
    };

    /// <summary>Maps it.</summary>
    public static void MapPanic(this IEndpointRouteBuilder routes, Responder responder)
    {
        var route = new CommandRoute<RaisePanic>(
            responder,
            [Permission.RaisePanic],
            UnitBodies.Panic,
            static (grains, id, command, context) => grains.GetKnown<IUnitGrain>(id).Execute(command, context))
        {
            AddDerivedIds = static (command, id) => command with { IncidentId = IncidentId.Of(id.Derive(StreamKind.Incident)) },
            Location = ApiOperation.BasePath + "/incidents/",
        };
        routes.MapCommand(HttpMethods.Post, ApiOperation.BasePath + "/units/{id}/panic", route, Operation);
    }

    private static IncidentView Example() => ExampleScene.Incident with
    {
        Category = "警员遇险",
        Priority = 1,
        PanicUnitId = ExampleScene.UnitId,
        Located = new LocatedView(LocatedFrom.Device, ExampleScene.OnSceneAt),
    };
}
