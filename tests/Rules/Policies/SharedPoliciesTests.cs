using Tocsin.Clocks;
using Tocsin.Policies;

namespace Tocsin.Tests.Rules.Policies;

/// <summary>Incidents with the same policy share one instance of it.</summary>
public sealed class SharedPoliciesTests
{
    [Fact]
    public void What_is_equal_is_shared_and_what_differs_is_not()
    {
        var name = Guid.NewGuid().ToString("N");
        var first = SharedPolicies.Of(Policy(name, 60));

        Assert.Same(first, SharedPolicies.Of(Policy(name, 60)));
        var other = Policy(name, 61);
        Assert.Same(other, SharedPolicies.Of(other));
        Assert.Null(SharedPolicies.Of(null));
    }

    private static TimingPolicy Policy(string name, int seconds) =>
        new(name, 1, [new TimingLimit(ClockStage.Assign, null, null, null, seconds, null, [60, 120])], EscalationPlan.Default);
}
