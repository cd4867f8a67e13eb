namespace Tocsin.Reports;

/// <summary>One of the three clocks.</summary>
/// <param name="Count">How many are not negative.</param>
/// <param name="Negative">How many are negative (a wrong clock); they count nowhere else.</param>
/// <param name="Buckets">How long they took; the last has no bound.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClock")]
public sealed record SummaryClock([property: Id(0)] int Count, [property: Id(1)] int Negative, [property: Id(2)] IReadOnlyList<SummaryBucket> Buckets);
