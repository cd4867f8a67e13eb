using Tocsin.Answers;
using Tocsin.Clocks;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>Timing policies: <c>/api/v1/settings/policies</c>.</summary>
internal static class PolicyRoutes
{
    /// <summary>The tag of all settings.</summary>
    public const string Tag = "Settings";

    private const string Base = ApiOperation.BasePath + "/settings/policies";
    private const string One = Base + "/{name}";

    private static readonly ApiParameter Name = ApiParameter.OfId<PolicyId>("name", "The timing policy.");

    /// <summary>Maps them.</summary>
    public static void MapPolicies(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<SetPolicyBody>(
            responder,
            [Permission.Register],
            SetPolicyBody.Type,
            static (grains, name, body, context) => grains.GetGrain<IPolicyGrain>(name).Execute(body.Command, context))
        {
            Target = path => path.Text("name"),
            Check = (body, path, errors) => body.CheckName(path.Id<PolicyId>("name"), errors),
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
            var name = request.Path.Id<PolicyId>("name");
            return () => Reading(responder).Get(name);
        });
        routes.MapTrail(
            responder,
            One,
            path => path.Id<PolicyId>("name").Stream,
            ("getTimingPolicyTrail", Tag, "a timing policy", [Name]),
            Permission.ReadSettingTrail);
    }

    private static IPolicyReadingGrain Reading(Responder responder) => responder.Grains.GetGrain<IPolicyReadingGrain>(0);

    private static ApiOperation Set => new(
        "setTimingPolicy",
        "Set a timing policy",
        """
        Creates a timing policy, or gives it other limits; a preset can be changed, too. Incidents and calls keep the limits with which
        they were created. 400 `invalid`: rows contradict each other, with their index in `errors`.
        """)
    {
        Tag = Tag,
        Answer = ApiAnswer.Of(Example),
        Path = [Name],
        Statuses = [201, 200],
        Problems = ApiOperation.CommandProblems,
    };

    private static ApiOperation List => new(
        "listTimingPolicies", "List timing policies, by name", "The presets of the product are among them.")
    {
        Tag = Tag,
        Answer = ApiAnswer.PageOf(Example),
        Query = [CommonParameters.Limit, CommonParameters.Cursor],
    };

    // A preset has version 0, also when a newer product changes it: If-None-Match is not answered.
    private static ApiOperation Get => new(
        "getTimingPolicy", "Read a timing policy", "One of the centre's own, or a preset of the product.")
    {
        Tag = Tag,
        Answer = ApiAnswer.Of(Example),
        Path = [Name],
        Problems = [404],
    };

    private static PolicyView Example() => new(
        PolicyId.Of(ExampleScene.Policy),
        [new TimingLimit(ClockStage.Arrive, 1, AreaClass.City, ClockFrom.Assigned, 600, 480, [300, 600])],
        new EscalationPlan(0, 60, 300),
        Preset: false,
        Version: 1);
}
