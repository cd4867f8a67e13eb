using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Clocks;
using Tocsin.Hosting;
using Tocsin.OpenApi;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>What is done about what is late: urging 催办, supervision 督办, taking an escalation.</summary>
internal static class SupervisionRoutes
{
    private const string One = Edge.BasePath + "/incidents/{id}";
    private const string LevelName = "level";

    private static readonly WordKind<EscalationLevel> Levels = Words.Of<EscalationLevel>();

    // The level stands in the path, and nothing else is said: no body at all is as good as {}.
    private static readonly Kind<TakeEscalation> Taking = new ObjectKind<TakeEscalation>(new Shape(), static _ => new TakeEscalation(default));

    /// <summary>Maps it.</summary>
    public static void MapSupervision(this IEndpointRouteBuilder routes, Edge edge)
    {
        Map(routes, "/urging", Route(edge, Deed.Supervise, UrgeBody.Kind), UrgeBody.Kind, "Urge: say that a stage is waited for; moves nothing", Deed.Supervise);
        Map(routes, "/supervision", Route(edge, Deed.Supervise, TakeSupervisionBody.Kind), TakeSupervisionBody.Kind, "Take over the supervision of it", Deed.Supervise);
        var taking = Route(edge, Deed.TakeEscalations, Taking, path => Levels.TryFind(path.Text(LevelName), out _), (_, path) => new TakeEscalation(LevelOf(path)));
        Map(routes, $"/escalations/{{{LevelName}}}/taking", taking, Taking, "Take what was brought to a level: it climbs no further", Deed.TakeEscalations, [new(LevelName, Levels.Schema, "The level that was told.")]);
    }

    private static EscalationLevel LevelOf(RouteValueDictionary path) => Levels.TryFind(path.Text(LevelName), out var level) ? level : default;

    private static CommandRoute<T> Route<T>(
        Edge edge, Deed permission, Kind<T> body, Func<RouteValueDictionary, bool>? isKnown = null, Func<T, RouteValueDictionary, T>? complete = null)
        where T : IncidentCommand => new(edge, permission, body, static (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context))
        {
            IsKnown = isKnown,
            Complete = complete,
        };

    private static void Map<T>(IEndpointRouteBuilder routes, string pattern, CommandRoute<T> route, Kind<T> body, string summary, Deed permission, ApiParameter[]? path = null)
        where T : IncidentCommand => routes.MapCommand(HttpMethods.Post, One + pattern, route, body, new ApiRoute(summary)
        {
            Tag = "Incidents",
            Answer = typeof(IncidentView),
            Path = path ?? [],
            Problems = [404, 409, 412, 422],
        }, permission);
}
