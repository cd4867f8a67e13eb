using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Timelines;

/// <summary>What happened to an incident and to all that belongs to it: <c>GET /api/v1/incidents/{id}/timeline</c>.</summary>
internal static class TimelineRoutes
{
    private static readonly ApiOperation Operation = new(
        "getIncidentTimeline",
        "Read what happened to an incident, its calls and its directives",
        """
        One list by position, oldest first, for everybody who may read the incident; `next` is the position of the last item. Who may not
        read a call is not shown its events. Of a directive that is another's affair it shows what it is, to whom, and how far it came; text
        and reports where it is `shared`. What only repeats another item is left out: `DirectiveAttached`, `DirectiveMoved`, and
        `CallJoined` of a call whose own events are shown. A page may have fewer items than `limit` although another follows.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = ApiAnswer.PageOf(Example),
        Path = [IncidentRoute.Id],
        Problems = [404],
        Query = CommonParameters.Trail,
    };

    /// <summary>Maps it.</summary>
    public static void MapTimelines(this IEndpointRouteBuilder routes, Responder responder) =>
        routes.MapList(responder, IncidentRoute.One + "/timeline", Operation, Permission.ReadIncidents, request =>
        {
            var after = Math.Max(request.Query.Position("after") ?? 0, request.Query.Position("cursor") ?? 0);
            var (id, limit) = (request.Path.Id<IncidentId>("id"), request.Query.Limit());
            return () => responder.Grains.GetGrain<ITimelineGrain>(0).Read(id, new JournalPosition(after), limit, request.Reader);
        });

    private static TimelineEvent Example() => new(
        1042,
        ExampleScene.ReceivedAt,
        ExampleScene.ReceivedAt.AddMilliseconds(12),
        ExampleScene.IncidentId.Stream.ToString(),
        nameof(NoteAdded),
        new TrailActor("wang", "dispatcher", null),
        ExampleJson.FieldsOf(new NoteAdded("The caller waits at the corner.")));
}
