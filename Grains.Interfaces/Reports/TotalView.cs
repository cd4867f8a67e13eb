namespace Tocsin.Reports;

/// <summary>The figures of all.</summary>
/// <param name="Incidents">How many.</param>
/// <param name="Responses">How many.</param>
/// <param name="Intervals">The figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TotalView")]
public sealed record TotalView(
    [property: Id(0)] int Incidents,
    [property: Id(1)] int Responses,
    [property: Id(2)] IntervalsView Intervals);
