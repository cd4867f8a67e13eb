using System.Text.RegularExpressions;

namespace Tocsin.Tests.Ops.Grafana;

/// <summary>
/// Grafana's variables in a query: which there are, and what Grafana puts in their place when all of everything is chosen.
/// </summary>
internal static partial class GrafanaVariables
{
    /// <summary>The names in a query.</summary>
    public static IEnumerable<string> In(string query) => Variable().Matches(query).Select(m => m.Groups["name"].Value);

    /// <summary>The query as Prometheus gets it.</summary>
    /// <param name="query">With variables.</param>
    /// <param name="window">What is put in the place of a range.</param>
    public static string Fill(string query, string window) => Variable().Replace(query, m => m.Groups["name"].Value switch
    {
        "__rate_interval" or "window" => window,
        _ => ".*",
    });

    /// <summary>The query behind <c>label_values(SELECTOR, label)</c>, and the label.</summary>
    public static (string Query, string Label) OfLabelValues(string text) =>
        LabelValues().Match(text) is { Success: true } match
            ? (match.Groups["query"].Value, match.Groups["label"].Value)
            : throw new InvalidOperationException($"Only label_values(series, label) is known here: {text}");

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^label_values\((?<query>.+), *(?<label>\w+)\)$")]
    private static partial Regex LabelValues();
}
