namespace Tocsin.Tests.Simulation;

/// <summary>How much goes wrong: probabilities of each message, read or look. Off at the end, when everything must come right.</summary>
internal sealed class Faults(Scenario scenario)
{
    public bool On { get; set; } = true;

    public double JournalBreaks { get; } = 0.002;

    public double MessageLost { get; } = 0.01;

    public double MessageTwice { get; } = 0.01;

    /// <summary>The longest time that a slow message is on its way, in ms: longer than a gateway waits.</summary>
    public int SlowMilliseconds { get; } = 10_000;

    /// <summary>That an activation is forgotten while it lives on: then there are two.</summary>
    public double Split { get; } = 0.003;

    /// <summary>That a silo dies, each second.</summary>
    public double SiloDies { get; } = 0.01;

    /// <summary>That the tail of a silo sleeps, each time it looks.</summary>
    public double TailSleeps { get; } = 0.05;

    /// <summary>That a device's report is lost.</summary>
    public double ReportLost => scenario == Scenario.LostStatus ? 0.25 : 0.02;

    /// <summary>The longest time that a report waits in a pocket, in seconds.</summary>
    public int ReportDelaySeconds => scenario == Scenario.LostStatus ? 300 : 10;
}
