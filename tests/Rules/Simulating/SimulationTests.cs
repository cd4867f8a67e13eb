using Tocsin.Tests.Simulation;

namespace Tocsin.Tests.Rules.Simulating;

/// <summary>
/// The whole cluster on one thread, a fake clock and one seed: silos that die, memories that are old, messages that are lost. The long run
/// is <c>dotnet run -c Release --project tests/Simulation -- --commands 1000000</c>.
/// </summary>
public class SimulationTests
{
    private const int Commands = 1_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20_231_231)]
    public void Whatever_fails_on_an_ordinary_day_nothing_is_lost_done_twice_or_left_unsaid(int seed)
    {
        var result = Simulator.Run(new SimulationOptions(seed, Commands));
        Assert.True(result.Events > Commands / 2 && result.Refusals > 0, $"too little happened to mean anything: {result}");
    }

    [Fact]
    public void Status_messages_lost_and_reordered() => Simulator.Run(new SimulationOptions(2, Commands, Scenario.LostStatus));

    [Fact]
    public void Exception_storm()
    {
        var result = Simulator.Run(new SimulationOptions(3, Commands, Scenario.ExceptionStorm));
        Assert.True(result.Events > 3 * Commands, $"there was no storm: {result}");
    }

    [Fact]
    public void Slow_leak() => Simulator.Run(new SimulationOptions(4, 2 * Commands, Scenario.SlowLeak));

    [Theory]
    [InlineData(Sabotage.BlindAppend, "is not what its events come to")]
    [InlineData(Sabotage.ForgottenCommands, "command")]
    [InlineData(Sabotage.UncheckedNo, "was refused as")]
    [InlineData(Sabotage.BlindWatch, "for ever")]
    public void A_broken_rule_is_found_and_the_seed_shows_it_again(Sabotage sabotage, string found)
    {
        var options = new SimulationOptions(5, 5 * Commands, Scenario.Ordinary, sabotage);
        var first = Assert.Throws<ViolationException>(() => Simulator.Run(options)).Message;
        Assert.Contains(found, first, StringComparison.Ordinal);
        Assert.Contains("--seed 5 --scenario Ordinary --sabotage " + sabotage, first, StringComparison.Ordinal);
        Assert.Equal(first, Assert.Throws<ViolationException>(() => Simulator.Run(options)).Message);
    }

    [Fact]
    public void The_same_seed_is_the_same_day()
    {
        var options = new SimulationOptions(6, Commands / 2);
        Assert.Equal(Simulator.Run(options), Simulator.Run(options));
    }
}
