namespace Tocsin.Reports;

/// <summary>What the summary reads of an incident's view, of whichever code made it.</summary>
internal sealed record ResultsView(IReadOnlyList<ResultsView.Given>? Feedback)
{
    /// <summary>A piece of feedback.</summary>
    internal sealed record Given(Dictionary<string, double>? Results);
}
