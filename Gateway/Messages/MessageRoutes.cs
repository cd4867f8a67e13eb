using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;
using Tocsin.Units;

namespace Tocsin.Messages;

/// <summary>Messages between the centre and units: <c>…/{id}/messages</c> of a unit and of an incident.</summary>
internal static class MessageRoutes
{
    private const string OfUnit = ApiOperation.BasePath + "/units/{id}/messages";
    private const string OfIncident = ApiOperation.BasePath + "/incidents/{id}/messages";
    private const string Reading = "/{messageId}/reading";
    private const string Tag = "Messages";

    private static readonly ApiParameter Unit = ApiParameter.OfId<UnitId>("id", "The unit.");
    private static readonly ApiParameter Incident = ApiParameter.OfId<IncidentId>("id", "The incident.");
    private static readonly ApiParameter Message = ApiParameter.OfId<MessageId>("messageId", "The message.");
    private static readonly ApiAnswer UnitAnswer = ApiAnswer.Of(() => ExampleScene.Unit);
    private static readonly ApiAnswer IncidentAnswer = ApiAnswer.Of(() => ExampleScene.Incident);

    /// <summary>Maps them.</summary>
    public static void MapMessages(this IEndpointRouteBuilder routes, Responder responder)
    {
        MapUnit(routes, responder);
        MapIncident(routes, responder);
        MapList(routes, responder, OfUnit, StreamKind.Unit, Permission.ReadUnitTrail, Unit, new(
            "listUnitMessages", "List the messages of a unit, newest first", "Messages to the unit and from it.")
        {
            Tag = Tag,
            Answer = Example,
        });
        MapList(routes, responder, OfIncident, StreamKind.Incident, Permission.ReadIncidents, Incident, new(
            "listIncidentMessages",
            "List the messages of an incident, newest first",
            "Messages that were sent on the incident, by the centre and by units.")
        {
            Tag = Tag,
            Answer = Example,
        });
    }

    private static ApiAnswer Example => ApiAnswer.PageOf(() => new MessageView(
        MessageId.Of("5f1d0c3b7a9e46d28c0b71f2e4a6d893"),
        "The suspects went north.",
        new Correspondent("wang", "dispatcher", null, null),
        MessageTo.Unit,
        ExampleScene.OnSceneAt,
        ExampleScene.IncidentId,
        ExampleScene.OnSceneAt.AddSeconds(9),
        [new ReadingView("p07", "unit", ExampleScene.UnitId, null, ExampleScene.OnSceneAt.AddSeconds(9))],
        ExampleScene.OnSceneAt.AddMilliseconds(12)));

    private static void MapUnit(IEndpointRouteBuilder routes, Responder responder)
    {
        var send = ToUnit(responder, MessageBodies.ToUnit, addId: (command, id) => command with { MessageId = id });
        routes.MapCommand(HttpMethods.Post, OfUnit, send, Command(
            "messageUnit",
            "Send a message to a unit, or from it",
            """
            From a unit's own token it goes to the centre, from any other to the unit. It is told on the feed at once. 422
            `unknownReference`: there is no such incident.
            """,
            UnitAnswer,
            Unit));
        var read = ToUnit(responder, MessageBodies.OfUnit, (command, path) => command with { MessageId = path.Id<MessageId>("messageId") });
        routes.MapCommand(HttpMethods.Post, OfUnit + Reading, read, Command(
            "readUnitMessage",
            "Report a message of a unit as read",
            """
            By the unit or by the centre, whichever the message is for; 403 `notYours` for the other. Read before is 200, and nothing is
            recorded. 404: there is no such message, or it is too old to be marked.
            """,
            UnitAnswer,
            Unit,
            Message));
    }

    private static void MapIncident(IEndpointRouteBuilder routes, Responder responder)
    {
        var send = ToIncident(responder, MessageBodies.ToIncident, addId: (command, id) => command with { MessageId = id });
        routes.MapCommand(HttpMethods.Post, OfIncident, send, Command(
            "messageIncident",
            "Send a message to everybody on an incident",
            """
            To all units on the incident, its station and the centre; a closed incident takes messages, too. It is told on the feed at once.
            """,
            IncidentAnswer,
            Incident));
        var read = ToIncident(
            responder, MessageBodies.OfIncident, (command, path) => command with { MessageId = path.Id<MessageId>("messageId") });
        routes.MapCommand(HttpMethods.Post, OfIncident + Reading, read, Command(
            "readIncidentMessage",
            "Report a message of an incident as read",
            """
            For the caller's own party: a unit, a station or the centre. Read before is 200, and nothing is recorded. 404: there is no
            such message, or it is too old to be marked.
            """,
            IncidentAnswer,
            Incident,
            Message));
    }

    private static CommandRoute<T> ToUnit<T>(
        Responder responder, JsonType<T> body, Func<T, RouteValueDictionary, T>? complete = null, Func<T, MessageId, T>? addId = null)
        where T : UnitCommand => new(
            responder,
            [Permission.MessageUnits],
            body,
            static (grains, id, command, context) => grains.GetKnown<IUnitGrain>(id).Execute(command, context))
        {
            Complete = complete,
            AddDerivedIds = Derive(addId),
        };

    private static CommandRoute<T> ToIncident<T>(
        Responder responder, JsonType<T> body, Func<T, RouteValueDictionary, T>? complete = null, Func<T, MessageId, T>? addId = null)
        where T : IncidentCommand => new(
            responder,
            [Permission.MessageIncidents],
            body,
            static (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context))
        {
            Complete = complete,
            AddDerivedIds = Derive(addId),
        };

    private static Func<T, CommandId, T>? Derive<T>(Func<T, MessageId, T>? addId) =>
        addId is null ? null : (command, id) => addId(command, MessageId.Of(id.DeriveMessage()));

    private static ApiOperation Command(string id, string summary, string description, ApiAnswer answer, params ApiParameter[] path) =>
        new(id, summary, description)
        {
            Tag = Tag,
            Answer = answer,
            Path = path,
            Problems = ApiOperation.CommandProblems,
        };

    private static void MapList(
        IEndpointRouteBuilder routes,
        Responder responder,
        string pattern,
        StreamKind kind,
        Permission permission,
        ApiParameter thing,
        ApiOperation operation)
    {
        var described = operation with { Problems = [404], Path = [thing], Query = [CommonParameters.Limit, CommonParameters.Cursor] };
        routes.MapList(responder, pattern, described, permission, request =>
        {
            var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
            var stream = new StreamId(kind, request.Path.Text("id"));
            return () => responder.Reading.Messages(stream, limit, cursor, request.Reader);
        });
    }
}
