using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Calls;

/// <summary>Calls: <c>/api/v1/calls</c>.</summary>
internal static class CallRoutes
{
    private const string Base = ApiOperation.BasePath + "/calls";
    private const string One = Base + "/{id}";
    private const string Tag = "Calls";

    private static readonly EnumType<CallStatus> Status = EnumType.Of<CallStatus>();
    private static readonly EnumType<OnlyTrue> True = EnumType.Of<OnlyTrue>();
    private static readonly EnumType<DispositionKind> Disposition = EnumType.Of<DispositionKind>();
    private static readonly ApiParameter Id = ApiParameter.OfId<CallId>("id", "The call.");
    private static readonly ApiAnswer Answer = ApiAnswer.Of(() => ExampleScene.Call);

    /// <summary>Maps them.</summary>
    public static void MapCalls(this IEndpointRouteBuilder routes, Responder responder)
    {
        MapCommands(routes, responder);
        MapReads(routes, responder);
    }

    private static void MapCommands(IEndpointRouteBuilder routes, Responder responder)
    {
        var receive = new CommandRoute<ReceiveCall>(responder, [Permission.ReceiveCalls], CallBodies.Receive, Send)
        {
            ReportedTimes = c => [("ringingAt", c.RingingAt), ("answeredAt", c.AnsweredAt)],
            Makes = StreamKind.Call,
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Post, Base, receive, new(
            "receiveCall",
            "Receive a call",
            """
            Registers a call that came in; without `answeredAt` it rings, and its clock `answer` starts. All fields are optional.
            422 `occurredAtInFuture`: a time is more than 5 s ahead.
            """)
        {
            Tag = Tag,
            Answer = Answer,
            Statuses = [201],
            Problems = ApiOperation.CommandProblems,
        });
        Map(routes, responder, HttpMethods.Post, "/answering", CallBodies.Answer, Permission.ReceiveCalls, Command(
            "answerCall",
            "Answer a ringing call",
            "Records when it was answered. A call that was answered before is 200, and the first time stays."));
        Map(routes, responder, HttpMethods.Post, "/handing", CallBodies.Hand, Permission.ChangeCalls, Command(
            "handCall",
            "Hand a call on to another seat",
            """
            Says who speaks with the caller from now on: `answeredBy` and `seat`. The newest holds; the same once more is 200. 409
            `wrongStage`: nobody has answered it, or it has ended.
            """));
        Map(routes, responder, HttpMethods.Post, "/ending", CallBodies.End, Permission.ReceiveCalls, Command(
            "endCall", "End a call", """
            Records when it ended. A call that ended before is 200, and the first time stays. One that ended before it was answered is in
            `GET /overdue` as `callBackDue` until it is disposed of, or its number is answered on another call.
            """));
        Map(routes, responder, HttpMethods.Patch, "", CallBodies.Change, Permission.ChangeCalls, Command(
            "changeCall",
            "Change fields of a call",
            """
            Changes the fields that are given, as they are typed while the caller speaks; the others stay as they are; null removes a field.
            """));
        Map(routes, responder, HttpMethods.Post, "/disposition", CallBodies.Dispose, Permission.ChangeCalls, Command(
            "disposeCall",
            "Dispose of a call",
            """
            Says what the call turned out to be. `incident` and `duplicate` join it to their incident. It may be given again: the newest
            is valid, and a call that is joined elsewhere leaves its first incident. A call that is disposed of otherwise stays on its
            incident if that is the one named. 409 `incidentClosed`: the incident to join is closed. 422 `unknownReference`: there is no
            such incident.
            """));
    }

    private static void MapReads(IEndpointRouteBuilder routes, Responder responder)
    {
        ApiOperation list = new("listCalls", "List calls, newest received first", "`q` is looked for in address, narrative and line.")
        {
            Tag = Tag,
            Answer = ApiAnswer.PageOf(() => ExampleScene.Call),
            Query =
            [
                new("status", Status.Schema, "Only calls with this status; absent: all."),
                new("talking", True.Schema, "`true`: only calls on which somebody is on the line, also those that were disposed of."),
                CommonParameters.Search,
                CommonParameters.From,
                CommonParameters.To,
                new("disposition", Disposition.Schema, "Only calls of which this was made last."),
                ApiParameter.OfId<IncidentId>("incident", "Only calls that are joined to this incident."),
                CommonParameters.Limit,
                CommonParameters.Cursor,
            ],
        };
        routes.MapList(responder, Base, list, Permission.ReadCalls, request =>
        {
            var filter = FilterOf(request);
            return () => responder.Reading.ListCalls(filter, request.Reader);
        }, table: CallCsv.Table);
        ApiOperation get = new(
            "getCall",
            "Read a call",
            """
            The call as it is now. `If-None-Match` with its version answers 304. A station reads the calls that a directive to it is about,
            until 30 days after that is over.
            """)
        {
            Tag = Tag,
            Answer = Answer,
            IsConditional = true,
            Problems = [404],
            Path = [Id],
        };
        routes.MapGet(responder, One, get, Permission.ReadCall, request =>
        {
            var id = request.Path.Id<CallId>("id");
            return () => responder.Reading.GetCall(id, request.Reader);
        }, table: CallCsv.Table);
        routes.MapTrail(responder, One, path => path.Id<CallId>("id").Stream, ("getCallTrail", Tag, "a call", [Id]), Permission.ReadCall);
    }

    private static CallFilter FilterOf(ReadRequest request)
    {
        var query = request.Query;
        return new CallFilter(
            query.Word("status", Status),
            query.Text("q", GatewayLimits.SearchMax),
            query.Instant("from"),
            query.Instant("to"),
            query.Limit(),
            query.Cursor(),
            Talking: query.Word("talking", True) is not null)
        {
            Disposition = query.Word("disposition", Disposition),
            Incident = query.Id<IncidentId>("incident"),
        };
    }

    private static ApiOperation Command(string id, string summary, string description) => new(id, summary, description)
    {
        Tag = Tag,
        Answer = Answer,
        Path = [Id],
        Problems = ApiOperation.CommandProblems,
    };

    private static void Map<T>(
        IEndpointRouteBuilder routes,
        Responder responder,
        string method,
        string path,
        JsonType<T> body,
        Permission permission,
        ApiOperation operation)
        where T : CallCommand =>
        routes.MapCommand(method, One + path, new CommandRoute<T>(responder, [permission], body, Send), operation);

    private static Task<CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, CommandContext context)
        where T : CallCommand => grains.GetKnown<ICallGrain>(id).Execute(command, context);
}
