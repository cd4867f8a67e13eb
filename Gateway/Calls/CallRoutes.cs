using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.SignIn;

namespace Tocsin.Calls;

/// <summary>Calls: <c>/api/v1/calls</c>.</summary>
internal static class CallRoutes
{
    private const string Base = Edge.BasePath + "/calls";
    private const string Tag = "Calls";

    private static readonly WordKind<CallStatus> Status = Words.Of<CallStatus>();

    /// <summary>Maps them.</summary>
    public static void MapCalls(this IEndpointRouteBuilder routes, Edge edge)
    {
        Map(routes, edge, HttpMethods.Post, "", CallBodies.Receive, "A call came in; without answeredAt it rings", Deed.ReceiveCalls, makes: true, c => [("ringingAt", c.RingingAt), ("answeredAt", c.AnsweredAt)]);
        Map(routes, edge, HttpMethods.Post, "/{id}/answering", CallBodies.Answer, "It was answered", Deed.ReceiveCalls);
        Map(routes, edge, HttpMethods.Post, "/{id}/ending", CallBodies.End, "It is over", Deed.ReceiveCalls);
        Map(routes, edge, HttpMethods.Patch, "/{id}", CallBodies.Change, "Change fields, each by itself", Deed.ChangeCalls);
        Map(routes, edge, HttpMethods.Post, "/{id}/disposition", CallBodies.Dispose, "Dispose of it; the newest holds", Deed.ChangeCalls);
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge), new ApiRoute("Calls, newest received first")
        {
            Tag = Tag,
            Answer = typeof(CallView),
            IsPage = true,
            Query = [new("status", () => Status.Schema(), "Of this status."), CommonParameters.Search, CommonParameters.From, CommonParameters.To, CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadCalls);
        routes.MapRoute(HttpMethods.Get, Base + "/{id}", http => Get(http, edge), new ApiRoute("A call")
        {
            Tag = Tag,
            Answer = typeof(CallView),
            IsConditional = true,
            Problems = [404],
        }, Deed.ReadCalls);
        routes.MapTrail(edge, Base, StreamKind.Call, Tag, Deed.ReadCalls);
    }

    private static void Map<T>(
        IEndpointRouteBuilder routes,
        Edge edge,
        string method,
        string pattern,
        Kind<T> body,
        string summary,
        Deed permission,
        bool makes = false,
        Func<T, (string Field, DateTimeOffset? At)[]>? reported = null)
        where T : CallCommand
    {
        var route = new CommandRoute<T>(edge, permission, body, static (grains, id, command, context) => grains.GetKnown<ICallGrain>(id).Execute(command, context))
        {
            Reported = reported,
            Makes = makes ? StreamKind.Call : null,
            Location = makes ? Base + "/" : null,
        };
        routes.MapCommand(method, Base + pattern, route, body, new ApiRoute(summary)
        {
            Tag = Tag,
            Answer = typeof(CallView),
            Statuses = [makes ? 201 : 200],
            Problems = [404, 409, 412, 422],
        }, permission);
    }

    private static Task List(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("status", "q", "from", "to", "limit", "cursor");
        var filter = new CallFilter(
            query.Word("status", Status), query.Text("q", EdgeLimits.SearchMax), query.Instant("from"), query.Instant("to"), query.Limit(), query.Cursor());
        var reader = Edge.ActorOf(http, Deed.ReadCalls);
        return edge.AnswerPage(http, errors, reading => reading.ListCalls(filter, reader));
    }

    private static Task Get(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        var id = http.Request.RouteValues.Id<CallId>("id");
        var reader = Edge.ActorOf(http, Deed.ReadCalls);
        return edge.AnswerThing(http, conditional: true, errors, reading => reading.GetCall(id, reader));
    }
}
