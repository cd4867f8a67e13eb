namespace Tocsin.Reports;

/// <summary>How many fell at or below a bound.</summary>
/// <param name="UpTo">Seconds, included; null: the rest.</param>
/// <param name="Count">How many.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BucketView")]
public sealed record BucketView(
    [property: Id(0)] int? UpTo,
    [property: Id(1)] int Count);
