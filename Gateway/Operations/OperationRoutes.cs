using Tocsin.Answers;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Operations;

/// <summary>Operations 合成作战: <c>/api/v1/incidents/{id}/operation</c>.</summary>
internal static class OperationRoutes
{
    private const string Base = IncidentRoute.One + "/operation";

    private static readonly ApiOperation Open = IncidentRoute.Command(
        "openOperation",
        "Open an operation",
        """
        Several bodies work on the incident together. Opens it and issues its tasks, a directive each, in one append: all or none. The
        lead, the bodies and the recipients of tasks may read the incident while it is open. A task of the kind `handle` is 400, not taken
        yet. One that is closed may be opened again. 409 `wrongStage`: one is open. 409 `incidentClosed`: the incident is closed. 422
        `unknownReference`: a station, a unit or a party does not exist, or is retired. 422 `limitReached`: more than 50 bodies, or more
        than 100 open directives of the incident.
        """);

    private static readonly ApiOperation Change = IncidentRoute.Command(
        "changeOperation",
        "Let bodies join or leave an operation",
        """
        Who takes part already, or does not, is passed over. Directives stay as they are. 409 `wrongStage`: none is open. 422
        `unknownReference`: who joins is not registered, or is retired. 422 `limitReached`: more than 50 bodies.
        """);

    private static readonly ApiOperation Close = IncidentRoute.Command(
        "closeOperation",
        "Close an operation",
        """
        Its tasks that are reported are concluded with it, also those that replaced a task; with `withdraw` the others are withdrawn. Also
        on a closed incident. 409 `wrongStage`: none is open. 409 `directivesOpen`: a task is neither reported nor over. 422
        `unknownReference`: a word of `results` is not listed in `GET /settings/closing`.
        """);

    /// <summary>Maps them.</summary>
    public static void MapOperations(this IEndpointRouteBuilder routes, Responder responder)
    {
        var post = HttpMethods.Post;
        var open = new CommandRoute<OpenOperation>(responder, [Permission.Operate], OperationBodies.Open, IncidentRoute.Send)
        {
            AddDerivedIds = static (command, id) =>
                command with { FirstDirective = DirectiveId.Of(id.Derive(StreamKind.Directive)) },
        };
        routes.MapCommand(post, Base, open, Open);
        routes.MapCommand(post, Base + "/bodies", IncidentRoute.Of(responder, OperationBodies.Change, Permission.Operate), Change);
        routes.MapCommand(post, Base + "/closure", IncidentRoute.Of(responder, OperationBodies.Close, Permission.CloseOperations), Close);
    }
}
