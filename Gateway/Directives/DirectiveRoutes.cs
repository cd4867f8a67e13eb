using Tocsin.Answers;
using Tocsin.Clocks;
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

    private const string LevelName = "level";

    private static readonly EnumType<EscalationLevel> Levels = EnumType.Of<EscalationLevel>();

    // The path has the level, and the body nothing: it may be left out.
    private static readonly JsonType<TakeDirectiveEscalation> TakeBody = new ObjectType<TakeDirectiveEscalation>(
        new FieldSet(), static _ => new TakeDirectiveEscalation(default));

    /// <summary>The directive in the path.</summary>
    public static readonly ApiParameter Id = ApiParameter.OfId<DirectiveId>("id", "The directive.");

    /// <summary>Maps them.</summary>
    public static void MapDirectives(this IEndpointRouteBuilder routes, Responder responder)
    {
        MapIssue(routes, responder);
        MapAnswers(routes, responder);
        MapManaging(routes, responder);
        MapDelay(routes, responder);
        routes.MapDirectiveReads(responder);
    }

    private static void MapAnswers(IEndpointRouteBuilder routes, Responder responder)
    {
        Map(routes, responder, "/signing", DirectiveBodies.Sign, Permission.AnswerDirectives, Command(
            "signDirective",
            "Sign for a directive",
            """
            Records who signed for it and when. One that is signed for is 200, and the first time stays. 409 `wrongStage`: it is over, and
            `occurredAt` does not say that it was signed for before that. 422 `incomplete`: who signs for an external body, or for a
            `transfer`, gives `receipt`.
            """));
        Map(routes, responder, "/sending", DirectiveBodies.Send, Permission.SendOnDirectives, Command(
            "sendOnDirective",
            "Send units on a directive",
            """
            The station assigns units of its own to the incident of a `handle`, as `POST /incidents/{id}/assignments` does and with its
            refusals (409 `unitBusy`); it signs where nobody has. The assignments carry `directiveId`. With `mode` `any` the answer has
            `refused` `[{"unitId", "code", "incidentId"}]`. 403 `notYours`: another station's directive or unit. 409 `wrongStage`: it is of
            another kind, or over.
            """));
        Map(routes, responder, "/refusal", DirectiveBodies.Refuse, Permission.AnswerDirectives, Command(
            "refuseDirective",
            "Refuse a directive",
            """
            The recipient does not take it. It stands among what is late until another replaces it or a supervisor concludes it. 409
            `wrongStage`: it is signed for, or over.
            """));
        Map(routes, responder, "/reports", DirectiveBodies.Report, Permission.AnswerDirectives, Command(
            "reportOnDirective",
            "Report on a directive",
            """
            Records a report; it signs where nobody has. A final one makes the directive `reported`, or concludes it where it was issued
            with `autoConclude`; on a `handle` it is the station's feedback on the incident. `hit` on a `lookOut` is final, and stands among
            what is late until it is concluded or given back. 400 `invalid`: a hit without a place. 409 `wrongStage`: it is over, and
            `occurredAt` does not say that it was reported before that. 422 `incomplete`: a report that signs for an external body gives
            `receipt`.
            """));
    }

    private static void MapManaging(IEndpointRouteBuilder routes, Responder responder)
    {
        Map(routes, responder, "/return", DirectiveBodies.Return, Permission.ManageDirectives, Command(
            "returnDirective",
            "Give the report on a directive back",
            """
            It is `signed` again, and its clock `report` runs anew. It stands among what is late until it is reported again, replaced,
            concluded or withdrawn. 409 `wrongStage`: it is not reported.
            """));
        Map(routes, responder, "/conclusion", DirectiveBodies.Conclude, Permission.ManageDirectives, Command(
            "concludeDirective",
            "Conclude a directive",
            """
            Ends a directive that is reported; a supervisor also one that is refused (others 403 `forbidden`). One that is concluded is
            200. 409 `wrongStage`: it is neither, or was withdrawn.
            """));
        Map(routes, responder, "/withdrawal", DirectiveBodies.Withdraw, Permission.ManageDirectives, Command(
            "withdrawDirective", "Withdraw a directive", "Takes it back, whatever was reported. 409 `wrongStage`: it is over."));
        var group = new CommandRoute<GroupWithdrawalBody>(
            responder,
            [Permission.ManageDirectives],
            DirectiveBodies.WithdrawGroup,
            static (grains, id, body, context) => Send(grains, id, body.Command, context))
        {
            Named = body => body.Group.Value,
        };
        routes.MapCommand(HttpMethods.Post, Base + "/withdrawal", group, new(
            "withdrawDirectives",
            "Withdraw a group of directives",
            """
            Takes back all open directives that were issued together. Where none is open, nothing changes. `ETag` is of the first one. 422
            `unknownReference`: there is no such group.
            """)
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(() => DirectiveExamples.Group),
            Problems = ApiOperation.CommandProblems,
        });
    }

    private static void MapDelay(IEndpointRouteBuilder routes, Responder responder)
    {
        Map(routes, responder, "/urging", DirectiveBodies.Urge, Permission.Supervise, Command(
            "urgeDirective",
            "Urge the recipient of a directive",
            "Records that it is waited for. It moves no status and no clock. 409 `wrongStage`: it is over."));
        var take = new CommandRoute<TakeDirectiveEscalation>(responder, [Permission.TakeEscalations], TakeBody, Send)
        {
            IsKnown = static path => Levels.TryFind(path.Text(LevelName), out _),
            Complete = static (_, path) =>
                new TakeDirectiveEscalation(Levels.TryFind(path.Text(LevelName), out var level) ? level : default),
        };
        routes.MapCommand(HttpMethods.Post, One + $"/escalations/{{{LevelName}}}/taking", take, Command(
            "takeDirectiveEscalation",
            "Take an escalation of a directive",
            """
            The overdue clocks that were escalated to this level are escalated no further. `station` is the recipient's desk. 403
            `forbidden`: a station and a dispatcher may take the level `station` only. 409 `wrongStage`: nothing was escalated to this
            level.
            """,
            new ApiParameter(LevelName, Levels.Schema, "The level to which it was escalated.")));
    }

    private static void MapIssue(IEndpointRouteBuilder routes, Responder responder)
    {
        Permission[] any = [Permission.IssueDirectives, Permission.IssueFollowUps];
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
            be read by every unit, and ends by itself. A `followUp` needs `incidentId` and `nextAt`, `complete` an incident or a call and
            `fields`, `transfer` an incident or a call and bodies as recipients, `handle` an open `incidentId` and stations, or bodies that
            sign in here, as recipients. Only a dispatcher or a supervisor issues these, and `supervise` and `rectify`. A station with
            `mayInstruct` issues the centre's own words (others 403 `forbidden`) on incidents and calls of its own (else 403 `notYours`).
            `replaces` is a directive of the same incident or call that was refused, or given back: that one is withdrawn. `Location` and
            `ETag` are of the first directive. 409 `wrongStage`: what it replaces was neither refused nor given back, or was replaced
            before. 409 `incidentClosed`: a `handle`, `lookOut` or `assist`. 422 `unknownReference`: an incident, a call, a station, a unit
            or a directive does not exist. 422 `limitReached`: the incident has 100 open directives.
            """)
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(() => DirectiveExamples.Group),
            Statuses = [201],
            Problems = ApiOperation.CommandProblems,
        });
    }

    private static Permission PermissionOf(string kind) =>
        DirectiveKinds.IsOfCentre(kind) ? Permission.IssueFollowUps : Permission.IssueDirectives;

    private static ApiOperation Command(string id, string summary, string description, params ApiParameter[] more) =>
        new(id, summary, description)
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(() => DirectiveExamples.Directive),
            Path = [Id, .. more],
            Problems = ApiOperation.CommandProblems,
        };

    private static void Map<T>(
        IEndpointRouteBuilder routes, Responder responder, string path, JsonType<T> body, Permission permission, ApiOperation operation)
        where T : DirectiveCommand =>
        routes.MapCommand(HttpMethods.Post, One + path, new CommandRoute<T>(responder, [permission], body, Send), operation);

    private static Task<CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, CommandContext context)
        where T : DirectiveCommand => grains.GetKnown<IDirectiveGrain>(id).Execute(command, context);
}
