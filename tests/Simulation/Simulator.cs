namespace Tocsin.Tests.Simulation;

/// <summary>Runs a row of worlds.</summary>
public static class Simulator
{
    /// <summary>Runs as many worlds as the commands need, each with a seed of its own.</summary>
    /// <param name="options">What.</param>
    /// <param name="each">Is told after each world what it came to.</param>
    /// <exception cref="ViolationException">Something happened that must never happen; says how to see it again.</exception>
    public static WorldResult Run(SimulationOptions options, Action<WorldResult>? each = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var total = new WorldResult(0, 0, 0, 0, 0, 0);
        for (var index = 0; total.Commands < options.Commands; index++)
        {
            var left = options.Commands - total.Commands;
            var one = options with
            {
                Seed = options.Seed + index,
                Commands = options.Scenario == Scenario.SlowLeak ? left : Math.Min(left, SimulationOptions.CommandsPerWorld),
            };
            using var world = new World(one);
            try
            {
                total += world.Run();
            }
            catch (ViolationException violation)
            {
                throw new ViolationException($"{violation.Message}\nSee it again: {one.CommandLine}", violation);
            }

            each?.Invoke(total);
        }

        return total;
    }
}
