namespace Tocsin.Tests.Simulation;

/// <summary>What kind of day is simulated. The last three are what ended LASCAD, London 1992.</summary>
public enum Scenario
{
    /// <summary>Everything a little: commands, faults, clocks.</summary>
    Ordinary,

    /// <summary>Status messages lost and reordered: devices report late, in any order, twice or never.</summary>
    LostStatus,

    /// <summary>Exception storm: thousands of clocks run out at once while dispatchers work on.</summary>
    ExceptionStorm,

    /// <summary>Slow leak: a long run, in which nothing that is remembered may grow with what is over.</summary>
    SlowLeak,
}
