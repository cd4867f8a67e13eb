using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;
using Tocsin.Units;

namespace Tocsin.Messages;

/// <summary>Messages between the centre and units: <c>…/{id}/messages</c> of a unit and of an incident.</summary>
internal static class MessageRoutes
{
    private const string OfUnit = Edge.BasePath + "/units/{id}/messages";
    private const string OfIncident = Edge.BasePath + "/incidents/{id}/messages";
    private const string Reading = "/{messageId}/reading";
    private const string Tag = "Messages";

    /// <summary>Maps them.</summary>
    public static void MapMessages(this IEndpointRouteBuilder routes, Edge edge)
    {
        Map(routes, OfUnit, Unit(edge, MessageBodies.ToUnit, named: (c, id) => c with { MessageId = id }), MessageBodies.ToUnit, "Write to a unit; as the unit, to the centre", typeof(UnitView), Deed.MessageUnits);
        Map(routes, OfUnit + Reading, Unit(edge, MessageBodies.OfUnit, (c, path) => c with { MessageId = path.Id<MessageId>("messageId") }), MessageBodies.OfUnit, "It was read by whom it is for", typeof(UnitView), Deed.MessageUnits);
        Map(routes, OfIncident, Incident(edge, MessageBodies.ToIncident, named: (c, id) => c with { MessageId = id }), MessageBodies.ToIncident, "Write to all units on it, its station and the centre", typeof(IncidentView), Deed.MessageIncidents);
        Map(routes, OfIncident + Reading, Incident(edge, MessageBodies.OfIncident, (c, path) => c with { MessageId = path.Id<MessageId>("messageId") }), MessageBodies.OfIncident, "It was read", typeof(IncidentView), Deed.MessageIncidents);
        MapList(routes, edge, OfUnit, StreamKind.Unit, "The messages of a unit, newest first", Deed.ReadUnitTrail);
        MapList(routes, edge, OfIncident, StreamKind.Incident, "The messages of an incident, newest first", Deed.ReadIncidents);
    }

    private static CommandRoute<T> Unit<T>(Edge edge, Kind<T> body, Func<T, RouteValueDictionary, T>? complete = null, Func<T, MessageId, T>? named = null)
        where T : UnitCommand => new(edge, Deed.MessageUnits, body, static (grains, id, command, context) => grains.GetKnown<IUnitGrain>(id).Execute(command, context))
        {
            Complete = complete,
            Name = Naming(named),
        };

    private static CommandRoute<T> Incident<T>(Edge edge, Kind<T> body, Func<T, RouteValueDictionary, T>? complete = null, Func<T, MessageId, T>? named = null)
        where T : IncidentCommand => new(edge, Deed.MessageIncidents, body, static (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context))
        {
            Complete = complete,
            Name = Naming(named),
        };

    private static Func<T, CommandId, T>? Naming<T>(Func<T, MessageId, T>? named) =>
        named is null ? null : (command, id) => named(command, MessageId.Of(id.DeriveMessage()));

    private static void Map<T>(IEndpointRouteBuilder routes, string pattern, CommandRoute<T> route, Kind<T> body, string summary, Type answer, Deed permission) =>
        routes.MapCommand(HttpMethods.Post, pattern, route, body, new ApiRoute(summary)
        {
            Tag = Tag,
            Answer = answer,
            Problems = [404, 409, 412, 422],
        }, permission);

    private static void MapList(IEndpointRouteBuilder routes, Edge edge, string pattern, StreamKind kind, string summary, Deed permission) =>
        routes.MapRoute(HttpMethods.Get, pattern, http => List(http, edge, kind, permission), new ApiRoute(summary)
        {
            Tag = Tag,
            Answer = typeof(MessageView),
            IsPage = true,
            Problems = [404],
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        }, permission);

    private static Task List(HttpContext http, Edge edge, StreamKind kind, Deed permission)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("limit", "cursor");
        var (limit, cursor) = (query.Limit(), query.Cursor());
        var stream = new StreamId(kind, http.Request.RouteValues.Text("id"));
        var reader = Edge.ActorOf(http, permission);
        return edge.AnswerPage(http, errors, reading => reading.Messages(stream, limit, cursor, reader));
    }
}
