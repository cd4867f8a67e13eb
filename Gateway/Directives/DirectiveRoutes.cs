using Tocsin.Answers;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Directives;

/// <summary>Directives: <c>/api/v1/directives</c>.</summary>
internal static class DirectiveRoutes
{
    /// <summary>The path of the directives.</summary>
    public const string Base = ApiOperation.BasePath + "/directives";

    /// <summary>The path of one directive.</summary>
    public const string One = Base + "/{id}";

    /// <summary>The tag of the routes.</summary>
    public const string Tag = "Directives";

    /// <summary>The directive in the path.</summary>
    public static readonly ApiParameter Id = ApiParameter.OfId<DirectiveId>("id", "The directive.");

    /// <summary>Maps them.</summary>
    public static void MapDirectives(this IEndpointRouteBuilder routes, Responder responder)
    {
        MapIssue(routes, responder);
        Map(routes, responder, "/signing", DirectiveBodies.Sign, Permission.AnswerDirectives, Command(
            "signDirective",
            "Sign for a directive",
            """
            Records who signed for it and when. One that is signed for is 200, and the first time stays. 409 `wrongStage`: it is over, and
            `occurredAt` does not say that it was signed for before that.
            """));
        Map(routes, responder, "/reports", DirectiveBodies.Report, Permission.AnswerDirectives, Command(
            "reportOnDirective",
            "Report on a directive",
            """
            Records a report; it signs where nobody has. A final one makes the directive `reported`, or concludes it where it was issued
            with `autoConclude`. 400 `invalid`: `hit` on a `lookOut` without a place. 409 `wrongStage`: it is over, and `occurredAt` does
            not say that it was reported before that.
            """));
        Map(routes, responder, "/conclusion", DirectiveBodies.Conclude, Permission.ManageDirectives, Command(
            "concludeDirective",
            "Conclude a directive",
            "Ends a directive that is reported. One that is concluded is 200. 409 `wrongStage`: it is not reported, or was withdrawn."));
        Map(routes, responder, "/withdrawal", DirectiveBodies.Withdraw, Permission.ManageDirectives, Command(
            "withdrawDirective", "Withdraw a directive", "Takes it back, whatever was reported. 409 `wrongStage`: it is over."));
        routes.MapDirectiveReads(responder);
    }

    private static void MapIssue(IEndpointRouteBuilder routes, Responder responder)
    {
        Permission[] any = [Permission.IssueDirectives, Permission.IssueFollowUps, Permission.ManageDirectives];
        var issue = new CommandRoute<IssueDirectives>(responder, any, IssueDirectivesBody.Type, Send)
        {
            PermissionOf = command => PermissionOf(command.Kind),
            ReportedTimes = command => [("occurredAt", command.OccurredAt)],
            Makes = StreamKind.Directive,
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Post, Base, issue, new(
            "issueDirectives",
            "Issue directives",
            """
            Issues one directive for each recipient, all or none. `kind` is a word of the centre's own. A `lookOut` needs `validUntil`, may
            be read by every unit, and ends by itself; only a dispatcher or a supervisor issues it, and `supervise` and `rectify`. A kind
            that hangs on an incident or a call (`handle`, `followUp`, `complete`, `transfer`) is 400: neither is taken yet. `Location` and
            `ETag` are of the first directive. 409 `wrongStage`: what it replaces was neither refused nor returned. 422 `unknownReference`:
            a station, a unit or a directive does not exist.
            """)
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(() => DirectiveExamples.Group),
            Statuses = [201],
            Problems = ApiOperation.CommandProblems,
        });
    }

    private static Permission PermissionOf(string kind) => kind switch
    {
        DirectiveKinds.Handle or DirectiveKinds.LookOut => Permission.ManageDirectives,
        DirectiveKinds.Supervise or DirectiveKinds.Rectify or DirectiveKinds.Complete or DirectiveKinds.FollowUp
            or DirectiveKinds.Transfer => Permission.IssueFollowUps,
        _ => Permission.IssueDirectives,
    };

    private static ApiOperation Command(string id, string summary, string description) => new(id, summary, description)
    {
        Tag = Tag,
        Answer = ApiAnswer.Of(() => DirectiveExamples.Directive),
        Path = [Id],
        Problems = ApiOperation.CommandProblems,
    };

    private static void Map<T>(
        IEndpointRouteBuilder routes, Responder responder, string path, JsonType<T> body, Permission permission, ApiOperation operation)
        where T : DirectiveCommand =>
        routes.MapCommand(HttpMethods.Post, One + path, new CommandRoute<T>(responder, [permission], body, Send), operation);

    private static Task<CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, CommandContext context)
        where T : DirectiveCommand => grains.GetKnown<IDirectiveGrain>(id).Execute(command, context);
}
