using System.Text.RegularExpressions;
using Tocsin.Tests.Ops.Grafana;
using Tocsin.Tests.Ops.Prometheus;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Queries;

/// <summary><c>docs/telemetry.md</c> lists the metrics that there are, and no others; what dashboards and rules name is on it.</summary>
[Collection(Clusters.Collection)]
public sealed partial class MetricsPageTests(Watched watched)
{
    private static readonly string[] Product = ["Grains", "Silo", "Gateway"];

    /// <summary>
    /// Instruments whose series are there only when something is wrong: on the page they cannot be compared with a cluster that is well.
    /// </summary>
    private const int SeenAtLeast = 25;

    [Fact]
    public void Each_instrument_of_the_product_is_on_it_once_and_nothing_else() => Assert.Equal(
        Product.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Checkout.Root, room), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Instrument().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value.Replace('.', '_')))
            .Distinct()
            .Order(StringComparer.Ordinal),
        MetricsPage.Rows.Select(r => Suffix().Replace(r.Name, "")).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_metric_that_a_dashboard_or_a_rule_names_is_on_it() => Assert.Empty(
        Dashboard.All.SelectMany(d => d.PanelQueries.Concat(d.VariableQueries).Concat(d.AnnotationQueries)).Select(q => q.Text)
            .Concat(RuleBook.Expressions.Select(e => e.Expression))
            .SelectMany(text => Metric().Matches(text).Select(m => m.Value))
            .Distinct()
            .Except(MetricsPage.Rows.SelectMany(r => r.Series))
            .Except(MetricsPage.Rows.SelectMany(r => r.Labels)));

    [Fact]
    public async Task What_it_says_of_each_is_what_a_cluster_says()
    {
        await (await watched.LoadAsync()).EndAsync();
        using var http = new HttpClient();
        var seen = new Dictionary<string, LiveMetric>();
        foreach (var url in watched.Own.Values)
        {
            foreach (var metric in LiveMetric.Read(await http.GetStringAsync(new Uri(url, "/metrics")))
                .Where(m => m.Name.StartsWith("tocsin_", StringComparison.Ordinal)))
            {
                seen[metric.Name] = metric;
            }
        }

        var rows = MetricsPage.Rows.ToDictionary(r => r.Name);
        Assert.True(seen.Count >= SeenAtLeast, string.Join(", ", seen.Keys));
        Assert.Equal(
            "",
            string.Join(
                '\n',
                seen.Values
                    .Select(m => rows.TryGetValue(m.Name, out var row) ? m.Differs(row) : $"{m.Name} is not on the page")
                    .OfType<string>()));
    }

    [GeneratedRegex(@"(?:Create\w+(?:<\w+>)?|Seconds)\(\s*""(?<name>tocsin\.[a-z_.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"(_seconds|_bytes|_ratio)?(_total)?$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(?<![:\w])tocsin_\w+")]
    private static partial Regex Metric();
}
