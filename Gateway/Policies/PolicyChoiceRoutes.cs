using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.OpenApi;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>Which timing policy is chosen for what comes: <c>/api/v1/settings/policy</c>.</summary>
internal static class PolicyChoiceRoutes
{
    private const string Path = Edge.BasePath + "/settings/policy";

    // It must be there, be it null: a body that forgets it must not stop all clocks.
    private static readonly Field<PolicyId> Name = Field.Nullable("name", IdKind<PolicyId>.Instance);

    private static readonly Kind<ChoosePolicy> Choose = new ObjectKind<ChoosePolicy>(new Shape(Name), v => new ChoosePolicy(v.Find(Name)));

    /// <summary>Maps it.</summary>
    public static void MapPolicyChoice(this IEndpointRouteBuilder routes, Edge edge)
    {
        var put = new CommandRoute<ChoosePolicy>(
            edge, Deed.Register, Choose, static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Thing = static _ => SettingIds.TimingPolicy,
        };
        routes.MapCommand(HttpMethods.Put, Path, put, Choose, new ApiRoute("Choose the timing policy for what comes; null: no clock runs")
        {
            Tag = PolicyRoutes.Tag,
            Answer = typeof(ChoiceView),
            Problems = [409, 412, 422],
        }, Deed.Register);
        routes.MapRoute(HttpMethods.Get, Path, http => Get(http, edge), new ApiRoute("The timing policy that is chosen for what comes")
        {
            Tag = PolicyRoutes.Tag,
            Answer = typeof(ChoiceView),
        }, Deed.ReadUnits);
        routes.MapTrail(edge, Path, static _ => SettingIds.TimingPolicyStream, PolicyRoutes.Tag, Deed.ReadSettingTrail);
    }

    private static Task Get(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        new QueryReader(http, errors).Only();
        return edge.AnswerThing(http, conditional: false, errors, _ => edge.Grains.GetGrain<IPolicyReadingGrain>(0).Chosen());
    }
}
