using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>What was not done, by kind and code.</summary>
public static class ErrorsSection
{
    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var over = result.Failed == 0
            ? Html.None
            : new Chart(
                "Failed requests",
                "In each step of the run.",
                Times.Axis(result),
                Axis.Linear("requests", result.Samples.Select(s => (double)s.Errors).DefaultIfEmpty(1).Max()),
                [Times.Of("failed", 1, result.Samples, s => s.Errors)])
                .Show();
        return Html.Of($"""
            <section><h2>Errors</h2><p>{Figure.N(result.Failed)} of {Figure.N(result.Done + result.Failed)} requests failed; {Figure.N(
                result.Own.Repeats)} were sent again.</p>
            {Codes("Failed", result.Errors)}{Codes("Refused as the story reckons with", result.Expected)}{over}</section>
            """);
    }

    private static Html Codes(string title, IReadOnlyList<CodeCount> codes) => codes.Count == 0 ? Html.None
        : Html.Of($"<h3>{title}</h3>{Rows(codes)}");

    private static Html Rows(IReadOnlyList<CodeCount> codes) => Tables.Rows(
        ["request", "code", "count"],
        codes.Select(c => (IReadOnlyList<string>)[c.Name, c.Code, Figure.N(c.Count)]));
}
