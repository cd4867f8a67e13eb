using Tocsin.Clocks;
using Tocsin.Places;
using Tocsin.Policies;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Policies;

/// <summary>The presets are possible, every fault of a policy is named, and the most specific row wins.</summary>
public class PresetTests
{
    [Fact]
    public void Every_preset_is_possible_and_bears_a_name_of_its_own()
    {
        Assert.All(Presets.All, p => Assert.Empty(PolicyFaults.Find(p.Limits, p.Escalation)));
        Assert.Equal(Presets.All.Count, Presets.All.Select(p => p.Name).Distinct().Count());
        Assert.All(Presets.All, p => Assert.Same(p, Presets.Find(Tocsin.Identity.PolicyId.Of(p.Name))));
    }

    public static TheoryData<string, TimingLimit[]> Faults => new()
    {
        { "limits[0].limitSeconds", [Row(ClockStage.Assign, 0)] },
        { "limits[0].limitSeconds", [Row(ClockStage.Assign, TimingLimit.MaxSeconds + 1)] },
        { "limits[0].warnSeconds", [Row(ClockStage.Assign, 60) with { WarnSeconds = 0 }] },
        { "limits[0].warnSeconds", [Row(ClockStage.Assign, 60) with { WarnSeconds = 60 }] },
        { "limits[0].from", [Row(ClockStage.Turnout, 60) with { From = ClockFrom.Assigned }] },
        { "limits[0].priority", [Row(ClockStage.Assign, 60) with { Priority = 5 }] },
        { "limits[0].priority", [Row(ClockStage.Answer, 60) with { Priority = 1 }] },
        { "limits[0].limitSeconds", [Row(ClockStage.Finish, TimingLimit.MaxDirectiveSeconds + 1)] },
        { "limits[0].directive", [Row(ClockStage.Assign, 60) with { Directive = "warn" }] },
        { "limits[0].priority", [Row(ClockStage.Sign, 60) with { Priority = 1 }] },
        { "limits[0].areaClass", [Row(ClockStage.Sign, 60) with { AreaClass = AreaClass.City }] },
        { "limits[1].stage", [Row(ClockStage.Sign, 60) with { Directive = "warn" }, Row(ClockStage.Sign, 90) with { Directive = "warn" }] },
        { "limits[0].areaClass", [Row(ClockStage.Answer, 60) with { AreaClass = AreaClass.City }] },
        { "limits[0].buckets", [Row(ClockStage.Assign, 60) with { Buckets = [30, 30] }] },
        { "limits[0].buckets", [Row(ClockStage.Assign, 60) with { Buckets = [0] }] },
        { "limits[0].buckets", [Row(ClockStage.Assign, 60) with { Buckets = [.. Enumerable.Range(1, TimingLimit.MaxBuckets + 1)] }] },
        { "limits[1].stage", [Row(ClockStage.Assign, 60), Row(ClockStage.Assign, 90)] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named(string field, TimingLimit[] limits) =>
        Assert.Equal([field], PolicyFaults.Find(limits, EscalationPlan.Default).Select(e => e.Field));

    [Fact]
    public void Too_many_rows_are_named()
    {
        TimingLimit[] rows = [.. Enumerable.Range(0, TimingPolicy.MaxLimits + 1).Select(_ => Row(ClockStage.Assign, 60))];
        Assert.Equal("limits", PolicyFaults.Find(rows, EscalationPlan.Default).First().Field);
    }

    [Theory]
    [InlineData(-1, 60, 300, "escalation.stationSeconds")]
    [InlineData(70, 60, 300, "escalation.supervisorSeconds")]
    [InlineData(0, 60, 59, "escalation.dutyCommanderSeconds")]
    [InlineData(0, 60, EscalationPlan.MaxSeconds + 1, "escalation.dutyCommanderSeconds")]
    public void A_fault_of_the_climb_is_named(int station, int supervisor, int commander, string field) =>
        Assert.Equal([field], PolicyFaults.Find([], new EscalationPlan(station, supervisor, commander)).Select(e => e.Field));

    [Theory]
    [InlineData(1, AreaClass.City, 1)]
    [InlineData(1, AreaClass.Outskirts, 2)]
    [InlineData(2, AreaClass.City, 3)]
    [InlineData(2, null, 4)]
    [InlineData(1, null, 2)]
    public void The_most_specific_row_wins_and_priority_goes_before_area(int priority, AreaClass? area, int limit)
    {
        var policy = Policy(
            Row(ClockStage.Assign, 4),
            Row(ClockStage.Assign, 3) with { AreaClass = AreaClass.City },
            Row(ClockStage.Assign, 2) with { Priority = 1 },
            Row(ClockStage.Assign, 1) with { Priority = 1, AreaClass = AreaClass.City });
        Assert.Equal(limit, policy.Find(ClockStage.Assign, priority, area)!.LimitSeconds);
        Assert.Null(policy.Find(ClockStage.Arrive, priority, area));
    }
}
