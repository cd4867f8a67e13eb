using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.OpenApi;
using Tocsin.Policies;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.RunCards;

/// <summary>Run cards: <c>/api/v1/run-cards</c>.</summary>
internal static class RunCardRoutes
{
    private const string Base = Edge.BasePath + "/run-cards";
    private const string One = Base + "/{id}";

    /// <summary>Maps them.</summary>
    public static void MapRunCards(this IEndpointRouteBuilder routes, Edge edge)
    {
        var put = new CommandRoute<SetRunCardBody>(
            edge, Deed.Register, SetRunCardBody.Kind, static (grains, id, body, context) => grains.GetGrain<IRunCardGrain>(id).Execute(body.Command, context))
        {
            Check = (body, path, errors) => body.CheckId(path.Id<RunCardId>("id"), errors),
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, One, put, SetRunCardBody.Kind, new ApiRoute("Make a run card (response plan), or change one")
        {
            Tag = PolicyRoutes.Tag,
            Answer = typeof(RunCardView),
            Statuses = [201, 200],
            Problems = [404, 409, 412, 422],
        }, Deed.Register);
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge), new ApiRoute("Run cards, by id, the default among them")
        {
            Tag = PolicyRoutes.Tag,
            Answer = typeof(RunCardView),
            IsPage = true,
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadUnits);
        routes.MapRoute(HttpMethods.Get, One, http => Get(http, edge), new ApiRoute("A run card") { Tag = PolicyRoutes.Tag, Answer = typeof(RunCardView), Problems = [404] }, Deed.ReadUnits);
        routes.MapTrail(edge, One, path => path.Id<RunCardId>("id").Stream, PolicyRoutes.Tag, Deed.ReadSettingTrail);
    }

    private static Task List(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("limit", "cursor");
        var (limit, cursor) = (query.Limit(), query.Cursor());
        return edge.AnswerPage(http, errors, _ => Reading(edge).List(limit, cursor));
    }

    private static Task Get(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        var id = http.Request.RouteValues.Id<RunCardId>("id");
        // The version of the default is 0 whatever a newer product makes of it: If-None-Match is not answered.
        return edge.AnswerThing(http, conditional: false, errors, _ => Reading(edge).Get(id));
    }

    private static IRunCardReadingGrain Reading(Edge edge) => edge.Grains.GetGrain<IRunCardReadingGrain>(0);
}
