namespace Tocsin.Reports;

/// <summary>One group of a summary.</summary>
/// <param name="Key">The month, the day or the station; null: no station.</param>
/// <param name="Figures">Its figures.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryGroup")]
public sealed record SummaryGroup([property: Id(0)] string? Key, [property: Id(1)] SummaryFigures Figures);
