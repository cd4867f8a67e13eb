using Tocsin.Answers;
using Tocsin.Directives;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Quality;

/// <summary>Call-backs 回访: the callers of closed incidents are asked.</summary>
internal static class CallBackRoutes
{
    private static readonly ApiOperation Make = IncidentRoute.Command(
        "makeCallBack",
        "Write down a call-back",
        $"""
        Writes down that the caller of a closed incident was asked, or that somebody tried. `dissatisfied` issues a directive `rectify` in
        the same step, from who called back to the owner of the incident, else its station (where that is retired, to the one that took
        over): its id is `directiveId` of the call-back. 400 `invalid`: an answer of a caller who was not reached. 409 `wrongStage`: the
        incident is open. 422 `incomplete` with `missing` `owner`: the caller is dissatisfied, and nobody answers for the incident. 422
        `limitReached`: the incident has {QualityLimits.CallBacksPerIncident} call-backs, or 100 open directives.
        """);

    private static readonly EnumType<DueFilter> Due = EnumType.Of<DueFilter>();

    private static readonly ApiOperation List = new(
        "listDueCallBacks",
        "List whom to call back",
        $"""
        The closed incidents whose caller is still to be asked, oldest due first, by what is set (`/settings/call-backs`): no exercises,
        with a caller's number, closed within the last {QualityLimits.ListedDays} days. One whose caller was reached is not listed any
        more, nor is one that was tried {QualityLimits.Tries} times.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = ApiAnswer.PageOf(() => new DueCallBackView(
            ExampleScene.IncidentId,
            ExampleScene.Incident.Number,
            ExampleScene.OnSceneAt.AddHours(1),
            ExampleScene.OnSceneAt.AddHours(25),
            Tries: 1)),
        Query =
        [
            new("due", Due.Schema, "`today`: due by the end of today (`Tocsin:TimeZone`), or before; `overdue`; `all` (the default)."),
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    /// <summary>Maps them.</summary>
    public static void MapCallBacks(this IEndpointRouteBuilder routes, Responder responder)
    {
        var make = new CommandRoute<MakeCallBack>(responder, [Permission.CheckQuality], CallBackBodies.Type, IncidentRoute.Send)
        {
            AddDerivedIds = static (command, id) => command with { DirectiveId = DirectiveId.Of(id.Derive(StreamKind.Directive)) },
        };
        routes.MapCommand(HttpMethods.Post, IncidentRoute.One + "/call-backs", make, Make);
        routes.MapList(responder, ApiOperation.BasePath + "/call-backs", List, Permission.ReadQuality, request =>
        {
            var (due, limit, cursor) = (
                request.Query.Word("due", Due) ?? DueFilter.All, request.Query.Limit(), request.Query.Cursor());
            return () => responder.Grains.GetGrain<IQualityReadingGrain>(0).CallBacks(due, limit, cursor, request.Reader);
        });
    }
}
