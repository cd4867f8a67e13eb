namespace Tocsin.Tests.Load.Soaking;

/// <summary>A minute of a soak.</summary>
/// <param name="Minute">Its number, from 1.</param>
/// <param name="Commands">Commands answered in it.</param>
/// <param name="P50Ms">Median latency.</param>
/// <param name="P99Ms">99th percentile of latency.</param>
/// <param name="ResidentBytes">Memory of the servers at its end.</param>
/// <param name="Cpu">Processor time of the servers in it, as a share of one processor.</param>
/// <param name="Alive">How many of the servers' processes there are at its end.</param>
public sealed record SoakMinute(int Minute, long Commands, double P50Ms, double P99Ms, long ResidentBytes, double Cpu, int Alive);
