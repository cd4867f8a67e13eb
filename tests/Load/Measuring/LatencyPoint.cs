namespace Tocsin.Tests.Load.Measuring;

/// <summary>A point of a distribution: what this share of answers took at most.</summary>
/// <param name="Percentile">The share, 0..100.</param>
/// <param name="Milliseconds">What they took at most.</param>
public sealed record LatencyPoint(double Percentile, double Milliseconds);
