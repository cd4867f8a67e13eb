using Tocsin.Answers;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>How incidents may end, and what may come of them: <c>/api/v1/settings/closing</c>.</summary>
internal static class ClosingRoutes
{
    private const string Path = ApiOperation.BasePath + "/settings/closing";

    private static readonly ClosingOutcome[] Example =
    [
        new("mediated", true, [], [ClosingNeed.Feedback]),
        new("false report", false, [], []),
    ];

    private static readonly JsonField<string> Word = JsonField.Required(
        "word", CommonTypes.Word, "The disposition; each stands once in the list.", "mediated");

    private static readonly JsonField<bool> Valid = JsonField.Optional(
        "valid", CommonTypes.Flag, "Whether an incident that ended so was one; absent: true.", true);

    private static readonly JsonField<IReadOnlyList<string>> Classes = JsonField.Optional(
        "classes",
        new ListType<string>(CommonTypes.Word, 0, ClosingSettings.ClassesMax, distinct: true),
        "The classes of category (`Tocsin:CategoryClasses`) that may end so; absent or none: all of them.",
        ["dispute"]);

    private static readonly JsonField<IReadOnlyList<ClosingNeed>> Needs = JsonField.Optional(
        "needs",
        new ListType<ClosingNeed>(EnumType.Of<ClosingNeed>(), 0, Enum.GetValues<ClosingNeed>().Length, distinct: true),
        "What the incident needs before it is closed so: feedback, coordinates, a party, results, an owner; absent or none: nothing.",
        [ClosingNeed.Feedback]);

    private static readonly JsonType<ClosingOutcome> Outcome = new ObjectType<ClosingOutcome>(
        new FieldSet(Word, Valid, Classes, Needs),
        v => new ClosingOutcome(v.Get(Word), v.Get(Valid, true), v.Get(Classes, []), v.Get(Needs, [])));

    // Both are required, though each may be empty: a body that leaves one out by mistake must not take it away.
    private static readonly JsonField<IReadOnlyList<ClosingOutcome>> Outcomes = JsonField.Required(
        "outcomes",
        new ListType<ClosingOutcome>(Outcome, 0, ClosingSettings.OutcomesMax),
        "The dispositions that may be given; none: every word.");

    private static readonly JsonField<IReadOnlyList<string>> Results = JsonField.Required(
        "results",
        new ListType<string>(CommonTypes.Word, 0, ClosingSettings.ResultsMax, distinct: true),
        "The words of results that may be given; none: every word.",
        ["arrests"]);

    private static readonly JsonType<SetClosing> Body = new ObjectType<SetClosing>(
        new FieldSet(Outcomes, Results), v => new SetClosing(new ClosingSettings(v.Get(Outcomes), v.Get(Results))));

    private static readonly ApiAnswer Answer = ApiAnswer.Of(() => new ClosingView(Example, ["arrests"], Version: 1));

    /// <summary>Maps them.</summary>
    public static void MapClosing(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<SetClosing>(
            responder,
            [Permission.Register],
            Body,
            static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Target = static _ => SettingIds.Closing,
        };
        routes.MapCommand(HttpMethods.Put, Path, put, new(
            "setClosing",
            "Set how incidents may end",
            """
            Replaces the lists of outcomes and of words of results. What is closed and reported from then on keeps to them; what is closed
            already stays as it is. 400 `invalid`: an outcome stands there twice.
            """)
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
            Problems = [409, 412, 422],
        });
        ApiOperation get = new(
            "getClosing",
            "Read how incidents may end",
            "The outcomes that may be given, and the words of results. Where a list is empty, every word may be given.")
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
        };
        routes.MapGet(responder, Path, get, Permission.ReadUnits, _ => () => responder.Grains.GetGrain<IPolicyReadingGrain>(0).Closing());
        routes.MapTrail(
            responder,
            Path,
            static _ => SettingIds.ClosingStream,
            ("getClosingTrail", PolicyRoutes.Tag, "how incidents may end", []),
            Permission.ReadSettingTrail);
    }
}
