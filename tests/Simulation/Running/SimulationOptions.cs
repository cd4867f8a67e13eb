namespace Tocsin.Tests.Simulation;

/// <summary>What is simulated.</summary>
/// <param name="Seed">All randomness comes from it.</param>
/// <param name="Commands">How many commands are given, above 0.</param>
/// <param name="Scenario">What kind of day.</param>
/// <param name="Sabotage">Which rule is broken on purpose.</param>
public sealed record SimulationOptions(int Seed, int Commands, Scenario Scenario = Scenario.Ordinary, Sabotage Sabotage = Sabotage.None)
{
    /// <summary>The most commands of one world: a run of more is a row of worlds, so that what one remembers is let go.</summary>
    public const int CommandsPerWorld = 5_000;

    /// <summary>The command line that repeats it.</summary>
    public string CommandLine =>
        $"dotnet run -c Release --project tests/Simulation -- --commands {Commands} --seed {Seed} --scenario {Scenario}" +
        (Sabotage == Sabotage.None ? "" : $" --sabotage {Sabotage}");
}
