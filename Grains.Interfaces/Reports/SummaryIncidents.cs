namespace Tocsin.Reports;

/// <summary>The incidents of a summary, by their receipt.</summary>
/// <param name="Count">How many.</param>
/// <param name="PerDay">A day's average, to two decimals.</param>
/// <param name="Open">How many are not closed.</param>
/// <param name="Responses">How many assignments there were on them.</param>
/// <param name="Priorities">How many by priority, <c>"1"</c> to <c>"4"</c>.</param>
/// <param name="Classes">By class of category, in order of class; <c>other</c> is whatever the configuration gives no class.</param>
/// <param name="Categories">By category, the most frequent first, then in order of name; 200 at most.</param>
/// <param name="MoreCategories">How many categories were left out of <paramref name="Categories"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryIncidents")]
public sealed record SummaryIncidents(
    [property: Id(0)] int Count,
    [property: Id(1)] double PerDay,
    [property: Id(2)] int Open,
    [property: Id(3)] int Responses,
    [property: Id(4)] IReadOnlyDictionary<string, int> Priorities,
    [property: Id(5)] IReadOnlyList<SummaryClass> Classes,
    [property: Id(6)] IReadOnlyList<SummaryCategory> Categories,
    [property: Id(7)] int MoreCategories);
