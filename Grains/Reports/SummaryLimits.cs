namespace Tocsin.Reports;

/// <summary>The limits of a summary. What lies beyond them is counted, and the total has it all.</summary>
internal static class SummaryLimits
{
    /// <summary>The most groups: more stations than a province has. Months and days of 400 days are fewer.</summary>
    public const int Groups = 1_000;

    /// <summary>The most categories shown in one group.</summary>
    public const int Categories = 200;

    /// <summary>The most words of results shown in one group.</summary>
    public const int Results = 100;

    /// <summary>A result counts as this at most, either way: so that sums are exact whatever their order, and never endless.</summary>
    public const double ResultMax = 1e15;
}
