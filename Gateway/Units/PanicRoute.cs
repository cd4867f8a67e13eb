using Tocsin.Answers;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.OpenApi;
using Tocsin.SignIn;

namespace Tocsin.Units;

/// <summary>An officer in distress: <c>POST /units/{id}/panic</c>.</summary>
internal static class PanicRoute
{
    /// <summary>Maps it.</summary>
    public static void MapPanic(this IEndpointRouteBuilder routes, Edge edge)
    {
        var route = new CommandRoute<RaisePanic>(edge, Deed.RaisePanic, UnitBodies.Panic, static (grains, id, command, context) => grains.GetKnown<IUnitGrain>(id).Execute(command, context))
        {
            Name = static (command, id) => command with { IncidentId = IncidentId.Of(id.Derive(StreamKind.Incident)) },
            Location = Edge.BasePath + "/incidents/",
        };
        routes.MapCommand(HttpMethods.Post, Edge.BasePath + "/units/{id}/panic", route, UnitBodies.Panic, new ApiRoute("Somebody of the unit is in distress: an incident of the highest priority; pressed again, the same one")
        {
            Tag = "Units",
            Answer = typeof(IncidentView),
            Statuses = [201, 200],
            Problems = [404, 409, 412, 422],
        }, Deed.RaisePanic);
    }
}
