using Microsoft.Extensions.Options;
using Tocsin.Bearers;

namespace Tocsin.Tests.Rules.Bearers;

/// <summary>Tokens are demanded as soon as nobody of before is left, and not before.</summary>
public class BearerDemandTests
{
    private static readonly BearerState Demanding = new(true, TimeSpan.Zero);
    private static readonly BearerState Quiet = new(false, BearerLimits.QuietBefore);
    private static readonly BearerState Busy = new(false, TimeSpan.FromSeconds(1));
    private readonly MovedTime _time = new();

    [Fact]
    public void Not_before_all_silos_have_been_quiet_for_long_enough()
    {
        var demand = Demand();
        demand.Told([]);
        Assert.False(demand.IsBinding);
        _time.Move(BearerLimits.QuietBefore);
        demand.Told([Busy]);
        Assert.False(demand.IsBinding);
        demand.Unmarked();
        demand.Told([Quiet]);
        Assert.False(demand.IsBinding);
        _time.Move(BearerLimits.QuietBefore);
        demand.Told([Quiet, Quiet]);
        Assert.True(demand.IsBinding);
    }

    [Fact]
    public void A_silo_that_demands_them_vouches_for_the_time_before()
    {
        var demand = Demand();
        demand.Told([Busy, Demanding]);
        Assert.True(demand.IsBinding);
    }

    [Fact]
    public void No_gateway_can_end_it_but_a_silo_of_before_does()
    {
        var demand = Demand();
        demand.Told([Demanding]);
        demand.Unmarked();
        demand.Told([Busy]);
        Assert.True(demand.IsBinding);
        demand.Told([Demanding, null]);
        Assert.False(demand.IsBinding);
        demand.Told([Busy]);
        Assert.False(demand.IsBinding);
    }

    [Fact]
    public void A_silo_that_has_just_come_is_not_refused_before_it_was_asked()
    {
        var demand = Demand();
        demand.Told([Demanding]);
        demand.Doubt();
        Assert.False(demand.IsBinding);
        demand.Told([Busy]);
        Assert.True(demand.IsBinding);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_configured_holds(bool isUnchecked)
    {
        var demand = Demand(isUnchecked);
        Assert.Equal(!isUnchecked, demand.IsBinding);
        demand.Told([null]);
        demand.Doubt();
        Assert.Equal(!isUnchecked, demand.IsBinding);
    }

    private BearerDemand Demand(bool? isUnchecked = null) => new(Options.Create(new BearerOptions { Unchecked = isUnchecked }), _time);
}
