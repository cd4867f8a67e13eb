using Tocsin.Bearers;
using Tocsin.Commands;

namespace Tocsin.Tests.Rules.Bearers;

/// <summary>What each method of a grain asks of a gateway.</summary>
public class CallRuleTests
{
    private static readonly Type[] Interfaces = [.. typeof(Actor).Assembly.GetTypes()
        .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t) && !typeof(Orleans.Services.IGrainService).IsAssignableFrom(t))];

    [Fact]
    public void Each_method_that_gateways_call_says_for_whom_it_is_called()
    {
        Assert.NotEmpty(Interfaces);
        var silent = Interfaces
            .SelectMany(t => t.GetMethods().Where(m => !m.IsStatic), (t, m) => (Type: t, Method: m))
            .Where(m => CallRule.Of(m.Type, m.Method).Kind == CallKind.ForSilos)
            .Select(m => $"{m.Type.Name}.{m.Method.Name} names no person: mark it [SignedIn] or [ForGateways]");
        Assert.Empty(silent);
    }

    [Fact]
    public void A_person_is_named_at_most_once() => Assert.Empty(Interfaces
        .SelectMany(t => t.GetMethods())
        .Where(m => m.GetParameters().Count(p => p.ParameterType == typeof(Actor) || p.ParameterType == typeof(CommandContext)) > 1)
        .Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

    [Fact]
    public void What_silos_call_each_other_for_is_for_silos_only()
    {
        foreach (var type in new[] { typeof(Tocsin.Streams.IStreamGrain), typeof(IBearerService), typeof(IManagementGrain) })
            Assert.All(type.GetMethods(), m => Assert.Equal(CallKind.ForSilos, CallRule.Of(type, m).Kind));
    }

    [Fact]
    public void The_calls_that_Orleans_makes_by_itself_are_known_by_names_that_it_has()
    {
        var runtime = new[] { typeof(GrainReference).Assembly, typeof(IManagementGrain).Assembly, typeof(GrainService).Assembly };
        string[] names =
        [
            "IClusterManifestSystemTarget", "IGrainCallCancellationExtension", "ICancellationSourcesExtension", "IGrainTimerInvoker",
        ];
        foreach (var name in names)
        {
            var type = runtime.Select(a => a.GetType("Orleans.Runtime." + name)).Single(t => t is not null)!;
            Assert.All(type.GetMethods(), m => Assert.Equal(CallKind.OfOrleans, CallRule.Of(type, m).Kind));
        }
    }
}
