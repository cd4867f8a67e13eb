namespace Tocsin.Reports;

/// <summary>The figures of one group.</summary>
/// <param name="Key">The group.</param>
/// <param name="Incidents">How many.</param>
/// <param name="Responses">How many.</param>
/// <param name="Intervals">The figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GroupView")]
public sealed record GroupView(
    [property: Id(0)] string Key,
    [property: Id(1)] int Incidents,
    [property: Id(2)] int Responses,
    [property: Id(3)] IntervalsView Intervals);
