namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>What a unit reports.</summary>
/// <param name="At">When.</param>
/// <param name="Results">What came of it, in figures by word.</param>
public sealed record YearFeedback(DateTimeOffset At, IReadOnlyDictionary<string, decimal> Results);
