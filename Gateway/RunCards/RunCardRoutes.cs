using Tocsin.Answers;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.RunCards;

/// <summary>Run cards: <c>/api/v1/run-cards</c>.</summary>
internal static class RunCardRoutes
{
    private const string Base = ApiOperation.BasePath + "/run-cards";
    private const string One = Base + "/{id}";

    private static readonly ApiParameter Id = ApiParameter.OfId<RunCardId>("id", "The run card.");

    /// <summary>Maps them.</summary>
    public static void MapRunCards(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<SetRunCardBody>(
            responder,
            [Permission.Register],
            SetRunCardBody.Type,
            static (grains, id, body, context) => grains.GetGrain<IRunCardGrain>(id).Execute(body.Command, context))
        {
            Check = (body, path, errors) => body.CheckId(path.Id<RunCardId>("id"), errors),
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, One, put, Set);
        routes.MapList(responder, Base, List, Permission.ReadUnits, request =>
        {
            var (limit, cursor) = (request.Query.Limit(), request.Query.Cursor());
            return () => Reading(responder).List(limit, cursor);
        });
        routes.MapGet(responder, One, Get, Permission.ReadUnits, request =>
        {
            var id = request.Path.Id<RunCardId>("id");
            return () => Reading(responder).Get(id);
        });
        routes.MapTrail(
            responder,
            One,
            path => path.Id<RunCardId>("id").Stream,
            ("getRunCardTrail", PolicyRoutes.Tag, "a run card", [Id]),
            Permission.ReadSettingTrail);
    }

    private static IRunCardReadingGrain Reading(Responder responder) => responder.Grains.GetGrain<IRunCardReadingGrain>(0);

    private static ApiOperation Set => new(
        "setRunCard",
        "Set a run card (response plan)",
        """
        Creates a run card, or replaces one: for which incidents it is, which units its alarms send, and what the call-taker asks. The
        most particular card that fits an incident is used. 400 `invalid`: fields contradict each other, or all alarms together ask for
        more than 50 units.
        """)
    {
        Tag = PolicyRoutes.Tag,
        Answer = ApiAnswer.Of(Example),
        Path = [Id],
        Statuses = [201, 200],
        Problems = ApiOperation.CommandProblems,
    };

    private static ApiOperation List => new("listRunCards", "List run cards, by id", "The default card of the product is among them.")
    {
        Tag = PolicyRoutes.Tag,
        Answer = ApiAnswer.PageOf(Example),
        Query = [CommonParameters.Limit, CommonParameters.Cursor],
    };

    // The default card has version 0, also when a newer product changes it: If-None-Match is not answered.
    private static ApiOperation Get => new("getRunCard", "Read a run card", "One of the centre's own, or the default card of the product.")
    {
        Tag = PolicyRoutes.Tag,
        Answer = ApiAnswer.Of(Example),
        Path = [Id],
        Problems = [404],
    };

    private static RunCardView Example() => new(
        RunCardId.Of("theft"),
        "Theft",
        ["盗窃"],
        [1, 2],
        [],
        AreaClass.City,
        null,
        [new RunCardAlarm([new RunCardNeed("Patrol", ["patrol"], [], 1, NeedScope.Any)])],
        [new RunCardQuestion("Is anybody hurt?", ["yes", "no"])],
        ForeignSeconds: 60,
        Retired: false,
        Preset: false,
        Version: 1);
}
