namespace Tocsin.Reports;

/// <summary>Those that took longer than the bucket before allows, and not longer than this one does.</summary>
/// <param name="UpTo">Seconds, included; null: the rest.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Which share of all that is, 0 to 1, to four decimals; null of none.</param>
/// <param name="Within">Which share took at most so long, the buckets before included; null of none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryBucket")]
public sealed record SummaryBucket([property: Id(0)] int? UpTo, [property: Id(1)] int Count, [property: Id(2)] double? Share, [property: Id(3)] double? Within);
