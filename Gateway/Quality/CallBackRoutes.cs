using Tocsin.Answers;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.SignIn;

namespace Tocsin.Quality;

/// <summary>Call-backs 回访: the callers of closed incidents are asked.</summary>
internal static class CallBackRoutes
{
    private static readonly Routing.ApiOperation Make = IncidentRoute.Command(
        "makeCallBack",
        "Write down a call-back",
        $"""
        Writes down that the caller of a closed incident was asked, or that somebody tried. `dissatisfied` issues a directive `rectify` in
        the same step, from who called back to the station of the incident (where that is retired, to the one that took over): its id is
        `directiveId` of the call-back. 400 `invalid`: an answer of a caller who was not reached. 409 `wrongStage`: the incident is open.
        422 `incomplete` with `missing` `owner`: the caller is dissatisfied, and the incident has no station. 422 `limitReached`: the
        incident has {QualityLimits.CallBacksPerIncident} call-backs, or 100 open directives.
        """);

    /// <summary>Maps them.</summary>
    public static void MapCallBacks(this IEndpointRouteBuilder routes, Responder responder)
    {
        var make = new CommandRoute<MakeCallBack>(responder, [Permission.CheckQuality], CallBackBodies.Type, IncidentRoute.Send)
        {
            AddDerivedIds = static (command, id) => command with { DirectiveId = DirectiveId.Of(id.Derive(StreamKind.Directive)) },
        };
        routes.MapCommand(HttpMethods.Post, IncidentRoute.One + "/call-backs", make, Make);
    }
}
