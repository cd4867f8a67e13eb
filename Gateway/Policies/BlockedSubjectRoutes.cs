using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;
using Tocsin.Text;

namespace Tocsin.Policies;

/// <summary>Who is kept out, however good their tokens are: <c>/api/v1/settings/blocked-subjects</c>.</summary>
internal static class BlockedSubjectRoutes
{
    private const string Path = ApiOperation.BasePath + "/settings/blocked-subjects";

    private const string SubjectName = "subject";

    private const string ExampleSubject = "wang";

    private static readonly JsonType<string> SubjectType = new TextType(1, GatewayLimits.SubjectMax);

    private static readonly JsonField<string> Subject = JsonField.Required(
        SubjectName, SubjectType, "The `sub` of the tokens.", ExampleSubject);

    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason", CommonTypes.Reason, "Why, in words.", "The phone was lost.");

    private static readonly JsonField<DateTimeOffset> Until = JsonField.Optional(
        "until", CommonTypes.Instant, "When it is over by itself; absent or null: when an administrator lifts it.");

    private static readonly JsonType<BlockSubject> Body = new ObjectType<BlockSubject>(new FieldSet(Subject, Reason, Until), Make);

    private static readonly ApiParameter InPath = new(SubjectName, SubjectType.Schema, "The subject.");

    private static ApiAnswer Answer => ApiAnswer.Of(() => new BlockedSubjectsView(
        [new(ExampleSubject, "The phone was lost.", null, ExampleScene.ReceivedAt, "root")], Version: 1));

    /// <summary>Maps them.</summary>
    public static void MapBlockedSubjects(this IEndpointRouteBuilder routes, Responder responder)
    {
        var post = new CommandRoute<BlockSubject>(
            responder,
            [Permission.BlockSubjects],
            Body,
            static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Target = static _ => SettingIds.BlockedSubjects,
        };
        routes.MapCommand(HttpMethods.Post, Path, post, Block);
        var delete = new CommandRoute<UnblockSubject>(
            responder,
            [Permission.BlockSubjects],
            null,
            static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Target = static _ => SettingIds.BlockedSubjects,
            IsPathGood = static http => SubjectOf(http.Request.RouteValues) is { Length: <= GatewayLimits.SubjectMax },
            Complete = static (_, path) => new UnblockSubject(SubjectOf(path)!),
        };
        routes.MapCommand(HttpMethods.Delete, Path + "/{subject}", delete, Unblock);
        routes.MapGet(
            responder,
            Path,
            Get,
            Permission.BlockSubjects,
            _ => () => responder.Grains.GetGrain<IPolicyReadingGrain>(0).BlockedSubjects());
        routes.MapTrail(
            responder,
            Path,
            static _ => SettingIds.BlockedSubjectsStream,
            ("getBlockedSubjectsTrail", PolicyRoutes.Tag, "the list of blocked subjects", []),
            Permission.ReadSettingTrail);
    }

    // A slash in a subject (an address is one) stays escaped in the values of a route.
    private static string? SubjectOf(RouteValueDictionary path) =>
        (path[SubjectName] as string)?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static BlockSubject Make(FieldValues v, FieldErrors errors)
    {
        var subject = v.Find(Subject);
        if (subject is not null && (subject.Any(char.IsControl) || !WellFormed.IsWellFormed(subject)))
            errors.AddBelow(SubjectName, ErrorCodes.BadCharacter, "must not hold control characters");
        return new BlockSubject(subject ?? "", v.Find(Reason) ?? "", v.Find(Until));
    }

    private static ApiOperation Block => new(
        "blockSubject",
        "Block a subject",
        """
        Ends the sign-in of a person or a machine on every gateway within 2 s, whatever its tokens say: each request is 401 `blocked`, and
        its feeds are cut. One that is blocked already gets the new reason and end. At most 1,000 subjects are blocked at once. 400
        `invalid`: `until` has passed, or the subject is one's own.
        """)
    {
        Tag = PolicyRoutes.Tag,
        Answer = Answer,
        Problems = [409, 412, 422],
    };

    private static ApiOperation Unblock => new(
        "unblockSubject", "Let a blocked subject in again", "404 where it is not blocked.")
    {
        Tag = PolicyRoutes.Tag,
        Answer = Answer,
        Path = [InPath],
        Problems = ApiOperation.CommandProblems,
    };

    private static ApiOperation Get => new(
        "getBlockedSubjects", "Read which subjects are blocked", "Those whose time is over are not among them.")
    {
        Tag = PolicyRoutes.Tag,
        Answer = Answer,
    };
}
