using System.Text.RegularExpressions;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>A metric as a process shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">counter, gauge or histogram.</param>
/// <param name="Help">What is said of it.</param>
/// <param name="Labels">Its own labels.</param>
internal sealed partial record LiveMetric(string Name, string Kind, string Help, IReadOnlyList<string> Labels)
{
    /// <summary>Reads all of a process.</summary>
    public static IReadOnlyList<LiveMetric> Read(string text)
    {
        var kinds = Said("TYPE", text);
        var help = Said("HELP", text);
        return [.. kinds.Select(k => new LiveMetric(k.Key, k.Value, help.GetValueOrDefault(k.Key, ""), LabelsOf(k.Key, text)))];
    }

    /// <summary>How the page is wrong about it; null: not at all.</summary>
    public string? Differs(MetricRow row) =>
        row.Kind == Kind && row.Meaning == Help && row.Labels.SequenceEqual(Labels)
            ? null
            : $"| `{Name}` | {Kind} | {row.Unit} | {string.Join(", ", Labels.Select(l => $"`{l}`"))} | {Help} |";

    private static Dictionary<string, string> Said(string word, string text) =>
        Regex.Matches(text, $"^# {word} (?<name>\\w+) (?<what>.*)$", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["what"].Value.TrimEnd());

    private static List<string> LabelsOf(string name, string text) =>
        [.. Regex.Matches(text, $"^{name}(_bucket|_sum|_count)?\\{{(?<labels>.*)\\}} ", RegexOptions.Multiline)
            .SelectMany(m => LabelName().Matches(m.Groups["labels"].Value).Select(l => l.Groups["name"].Value))
            .Where(l => l != "le" && !l.StartsWith("otel_", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<name>\w+)=""(?:[^""\\]|\\.)*""")]
    private static partial Regex LabelName();
}
