namespace Tocsin.Tests.Load.Profiles;

/// <summary>How arrivals come in bursts: for some seconds of each minute or so, several times as many as else.</summary>
/// <param name="Least">The weakest burst, times the calm rate; 1: no bursts.</param>
/// <param name="Most">The strongest.</param>
public sealed record BurstShape(double Least, double Most)
{
    /// <summary>The strongest that may be asked for.</summary>
    public const double FactorMax = 20;

    /// <summary>How long a burst lasts, in seconds, at least and at most.</summary>
    public static readonly (double Least, double Most) Length = (4, 10);

    /// <summary>How long it is calm between two, in seconds, at least and at most; half of that before the first.</summary>
    public static readonly (double Least, double Most) Calm = (30, 70);

    /// <summary>Two to three times as many calls: a storm, a final whistle, an outage each minute.</summary>
    public static BurstShape Usual { get; } = new(2, 3);

    /// <summary>None.</summary>
    public static BurstShape None { get; } = new(1, 1);
}
