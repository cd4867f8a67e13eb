namespace Tocsin.Reports;

/// <summary>The calls of a summary, by when they came in: rang, else were answered, else were recorded.</summary>
/// <param name="Count">How many.</param>
/// <param name="PerDay">A day's average, to two decimals.</param>
/// <param name="Dispositions">How many by what was made of them, all eight words.</param>
/// <param name="Undisposed">How many of which nothing was made yet.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCalls")]
public sealed record SummaryCalls(
    [property: Id(0)] int Count,
    [property: Id(1)] double PerDay,
    [property: Id(2)] IReadOnlyDictionary<string, int> Dispositions,
    [property: Id(3)] int Undisposed);
