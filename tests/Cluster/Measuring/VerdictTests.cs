using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Cluster.Measuring;

/// <summary>What the fault program calls a failure.</summary>
public sealed class VerdictTests
{
    private static readonly FaultResult Good = new(
        "kill", 0, S(2), S(0.2), S(1.5), S(2), TimeSpan.Zero, 1000, 0, 0, 0, 0, 0, [], [], [], []);

    [Fact]
    public void A_run_within_its_limits_holds() => Assert.Empty(Verdict.Of(FaultLimits.SiloLost, [Good]));

    [Fact]
    public void One_gap_beyond_the_most_is_a_failure() =>
        Assert.Single(Verdict.Of(FaultLimits.SiloLost, [Good, Good with { WorstGap = S(7.1) }]));

    [Fact]
    public void The_median_of_several_is_judged_and_that_of_one_is_not()
    {
        var slow = Good with { WorstGap = S(6) };

        Assert.Single(Verdict.Of(FaultLimits.SiloLost, [Good, slow, slow]));
        Assert.Empty(Verdict.Of(FaultLimits.SiloLost, [Good, Good, slow]));
        Assert.Empty(Verdict.Of(FaultLimits.SiloLost, [slow]));
    }

    [Fact]
    public void A_way_back_that_is_too_long_is_a_failure() =>
        Assert.Single(Verdict.Of(FaultLimits.DatabaseAway, [Good with { Back = S(5.1) }]));

    [Fact]
    public void A_database_that_is_away_may_fail_commands_and_a_rolling_restart_may_not()
    {
        Assert.Empty(Verdict.Of(FaultLimits.DatabaseAway, [Good with { Failed = 3 }]));
        Assert.Single(Verdict.Of(FaultLimits.Meant, [Good with { Failed = 1 }]));
    }

    [Fact]
    public void A_healthy_silo_that_is_voted_out_is_a_failure() =>
        Assert.Single(Verdict.Of(FaultLimits.SiloLost, [Good with { FalseEvictions = 1 }]));

    public static TheoryData<FaultResult> NeverAllowed => [
        Good with { Lost = 1 },
        Good with { DoneTwice = 1 },
        Good with { Problems = ["the chain is broken"] },
        Good with { Acknowledged = 0 },
    ];

    [Theory]
    [MemberData(nameof(NeverAllowed), DisableDiscoveryEnumeration = true)]
    public void Some_things_are_never_allowed(FaultResult result) => Assert.Single(Verdict.Of(FaultLimits.AnyTime, [Good, result]));

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
