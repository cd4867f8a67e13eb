namespace Tocsin.Tests.Load.Results;

/// <summary>What the clocks did, by the silos' own histogram of how late each was fired.</summary>
/// <param name="Policy">The timing policy that was chosen for the run; null: the run chose none.</param>
/// <param name="Fired">How many were fired; null: no silo was asked (<c>--metrics</c>), or one did not say.</param>
/// <param name="Late">Of these, how many later than 2 s after they were due.</param>
/// <param name="Asked">Whether silos were asked.</param>
public sealed record ClockFigures(string? Policy, long? Fired, long? Late, bool Asked = false);
