using System.Text.RegularExpressions;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>The list of metrics in <c>docs/telemetry.md</c>.</summary>
internal static partial class MetricsPage
{
    /// <summary>Its rows.</summary>
    public static IReadOnlyList<MetricRow> Rows { get; } =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs/telemetry.md"))).Select(m => new MetricRow(
            m.Groups["name"].Value,
            m.Groups["kind"].Value,
            m.Groups["unit"].Value,
            [.. Label().Matches(m.Groups["labels"].Value).Select(l => l.Groups["label"].Value).Order(StringComparer.Ordinal)],
            m.Groups["meaning"].Value))];

    [GeneratedRegex(
        @"^\| `(?<name>tocsin_\w+)` \| (?<kind>counter|gauge|histogram) \| (?<unit>[^|]*) " +
        @"\| (?<labels>[^|]*) \| (?<meaning>.*) \|$",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<label>[^`]+)`")]
    private static partial Regex Label();
}
