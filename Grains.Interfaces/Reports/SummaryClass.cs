namespace Tocsin.Reports;

/// <summary>The incidents of one class of categories.</summary>
/// <param name="Class">The class: <c>help</c>, <c>dispute</c>, <c>other</c>, and what the configuration adds.</param>
/// <param name="Count">How many.</param>
/// <param name="Open">How many are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClass")]
public sealed record SummaryClass([property: Id(0)] string Class, [property: Id(1)] int Count, [property: Id(2)] int Open);
