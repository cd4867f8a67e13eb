namespace Tocsin.Tests.Simulation;

/// <summary>What a world came to.</summary>
/// <param name="Commands">Commands given by clients.</param>
/// <param name="Events">Events in its journal.</param>
/// <param name="Steps">Steps of the scheduler.</param>
/// <param name="Refusals">Commands that were refused.</param>
/// <param name="Silos">Silos that lived, the first three included.</param>
/// <param name="SlowestMs">The longest that a command was answered in without a fault on its way, in simulated milliseconds.</param>
public sealed record WorldResult(int Commands, int Events, long Steps, int Refusals, int Silos, double SlowestMs)
{
    /// <summary>Two worlds together.</summary>
    public static WorldResult operator +(WorldResult a, WorldResult b) => Add(a, b);

    /// <summary>Two worlds together.</summary>
    public static WorldResult Add(WorldResult left, WorldResult right) => new(
        left.Commands + right.Commands,
        left.Events + right.Events,
        left.Steps + right.Steps,
        left.Refusals + right.Refusals,
        left.Silos + right.Silos,
        Math.Max(left.SlowestMs, right.SlowestMs));
}
