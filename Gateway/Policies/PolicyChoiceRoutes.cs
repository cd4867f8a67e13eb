using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Policies;

/// <summary>The timing policy that new incidents and calls get: <c>/api/v1/settings/policy</c>.</summary>
internal static class PolicyChoiceRoutes
{
    private const string Path = ApiOperation.BasePath + "/settings/policy";

    // Required, though it may be null: a body that leaves it out by mistake must not take the limits away.
    private static readonly JsonField<PolicyId> Name = JsonField.Nullable(
        "name",
        IdType<PolicyId>.Instance,
        "The timing policy; null: none, and the built-in limits on `assign` hold.",
        PolicyId.Of(ExampleScene.Policy));

    private static readonly JsonType<ChoosePolicy> Body = new ObjectType<ChoosePolicy>(
        new FieldSet(Name), v => new ChoosePolicy(v.Find(Name)));

    private static readonly ApiAnswer Answer = ApiAnswer.Of(
        () => new ChoiceView(PolicyId.Of(ExampleScene.Policy), Version: 3, BuiltIn: false));

    /// <summary>Maps them.</summary>
    public static void MapPolicyChoice(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<ChoosePolicy>(
            responder,
            [Permission.Register],
            Body,
            static (grains, setting, command, context) => grains.GetGrain<ISettingGrain>(setting).Execute(command, context))
        {
            Target = static _ => SettingIds.TimingPolicy,
        };
        routes.MapCommand(HttpMethods.Put, Path, put, new(
            "chooseTimingPolicy",
            "Choose the timing policy for new incidents and calls",
            "Those that exist keep the policy with which they were created. 422 `unknownReference`: there is no such timing policy.")
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
            Problems = [409, 412, 422],
        });
        ApiOperation get = new(
            "getChosenTimingPolicy",
            "Read which timing policy is chosen",
            """
            That which new incidents and calls get. Where none is chosen, `name` is null and `builtIn` true: then incidents have the
            built-in limits on `assign`, 60, 180, 600 and 1,800 s by priority unless configured otherwise, and no other. A policy without a
            limit on `assign` is completed by them, too.
            """)
        {
            Tag = PolicyRoutes.Tag,
            Answer = Answer,
        };
        routes.MapGet(responder, Path, get, Permission.ReadUnits, _ => () => responder.Grains.GetGrain<IPolicyReadingGrain>(0).Chosen());
        routes.MapTrail(
            responder,
            Path,
            static _ => SettingIds.TimingPolicyStream,
            ("getChosenTimingPolicyTrail", PolicyRoutes.Tag, "the choice of a timing policy", []),
            Permission.ReadSettingTrail);
    }
}
