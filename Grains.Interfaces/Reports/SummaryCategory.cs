namespace Tocsin.Reports;

/// <summary>The incidents of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Class">Its class.</param>
/// <param name="Count">How many.</param>
/// <param name="Open">How many are not closed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryCategory")]
public sealed record SummaryCategory([property: Id(0)] string Category, [property: Id(1)] string Class, [property: Id(2)] int Count, [property: Id(3)] int Open);
