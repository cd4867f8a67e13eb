namespace Tocsin.Tests.Load.Measuring;

/// <summary>The latencies of one kind of command, in milliseconds.</summary>
public sealed record LatencyFigures(string Name, long Count, double P50, double P90, double P99, double P999, double Max);
