namespace Tocsin.Tests.Load.Results;

/// <summary>The latencies of each kind in a slot of a run: one sample, or several together where there are many.</summary>
/// <param name="At">Its end, in seconds of the run.</param>
/// <param name="Kinds">The kinds of which any were answered.</param>
public sealed record LatencySlot(double At, IReadOnlyList<KindSlot> Kinds);
