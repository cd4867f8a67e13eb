using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>Timing policies: <c>/api/v1/settings/policies</c>.</summary>
internal static class PolicyRoutes
{
    /// <summary>The tag under which settings stand.</summary>
    public const string Tag = "Settings";

    private const string Base = Edge.BasePath + "/settings/policies";
    private const string One = Base + "/{name}";

    /// <summary>Maps them.</summary>
    public static void MapPolicies(this IEndpointRouteBuilder routes, Edge edge)
    {
        var put = new CommandRoute<SetPolicyBody>(
            edge, Deed.Register, SetPolicyBody.Kind, static (grains, name, body, context) => grains.GetGrain<IPolicyGrain>(name).Execute(body.Command, context))
        {
            Thing = path => path.Text("name"),
            Check = (body, path, errors) => body.CheckName(path.Id<PolicyId>("name"), errors),
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, One, put, SetPolicyBody.Kind, new ApiRoute("Make a timing policy, or give it other limits; what was made with it keeps what it had")
        {
            Tag = Tag,
            Answer = typeof(PolicyView),
            Statuses = [201, 200],
            Problems = [404, 409, 412, 422],
        }, Deed.Register);
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge), new ApiRoute("Timing policies, by name, those that come with the product among them")
        {
            Tag = Tag,
            Answer = typeof(PolicyView),
            IsPage = true,
            Query = [CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadUnits);
        routes.MapRoute(HttpMethods.Get, One, http => Get(http, edge), new ApiRoute("A timing policy") { Tag = Tag, Answer = typeof(PolicyView), Problems = [404] }, Deed.ReadUnits);
        routes.MapTrail(edge, One, path => path.Id<PolicyId>("name").Stream, Tag, Deed.ReadSettingTrail);
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
        var name = http.Request.RouteValues.Id<PolicyId>("name");
        // The version of a preset is 0 whatever a newer product makes of it: If-None-Match is not answered.
        return edge.AnswerThing(http, conditional: false, errors, _ => Reading(edge).Get(name));
    }

    private static IPolicyReadingGrain Reading(Edge edge) => edge.Grains.GetGrain<IPolicyReadingGrain>(0);
}
