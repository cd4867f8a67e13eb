using System.Globalization;
using Tocsin.Tests.Support.Processes;
using YamlDotNet.RepresentationModel;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>All rules of <c>ops/prometheus/rules</c>, and the cases of <c>ops/prometheus/tests</c>.</summary>
internal static class RuleBook
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "ops/prometheus");

    /// <summary>The rules that alert.</summary>
    public static IReadOnlyList<AlertRule> Alerts { get; } = [.. Rules().Where(r => r.Children.ContainsKey("alert")).Select(rule =>
        new AlertRule(Text(rule, "alert"), Text(rule, "expr"), Texts(rule, "labels"), Texts(rule, "annotations")))];

    /// <summary>The names of the series that are recorded.</summary>
    public static IReadOnlySet<string> Recorded { get; } = Rules()
        .Where(r => r.Children.ContainsKey("record"))
        .Select(r => Text(r, "record"))
        .ToHashSet();

    /// <summary>The expressions of all rules, with where they come from.</summary>
    public static IReadOnlyList<(string Rule, string Expression)> Expressions { get; } =
        [.. Rules().Select(r => (r.Children.ContainsKey("alert") ? Text(r, "alert") : Text(r, "record"), Text(r, "expr")))];

    /// <summary>The rules that record: what, from what, and whether that is looked at seldom.</summary>
    public static IReadOnlyList<(string Name, string Expression, TimeSpan Interval)> Recordings { get; } =
        [.. Files("rules").SelectMany(file => Sequence(Load(file), "groups"))
            .SelectMany(group => Sequence(group, "rules")
                .Where(r => r.Children.ContainsKey("record"))
                .Select(r => (Text(r, "record"), Text(r, "expr"), IntervalOf(group))))];

    /// <summary>What promtool is told to expect: an expression, and whether it gives anything.</summary>
    public static IReadOnlyList<(string Expression, bool IsThere)> Cases { get; } =
        [.. Files("tests").SelectMany(file => Sequence(Load(file), "tests"))
            .SelectMany(test => Sequence(test, "promql_expr_test"))
            .Select(check => (Text(check, "expr"), Sequence(check, "exp_samples").Any()))];

    /// <summary>The files of a part.</summary>
    public static IReadOnlyList<string> Files(string part) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, part), "*.yml").Order(StringComparer.Ordinal)];

    private static IEnumerable<YamlMappingNode> Rules() =>
        Files("rules").SelectMany(file => Sequence(Load(file), "groups")).SelectMany(group => Sequence(group, "rules"));

    private static TimeSpan IntervalOf(YamlMappingNode group)
    {
        var text = Text(group, "interval");
        var number = int.Parse(text[..^1], CultureInfo.InvariantCulture);
        return text[^1] == 'm' ? TimeSpan.FromMinutes(number) : TimeSpan.FromSeconds(number);
    }

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Sequence(YamlMappingNode node, string key) =>
        ((YamlSequenceNode)node[key]).Children.Cast<YamlMappingNode>();

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static Dictionary<string, string> Texts(YamlMappingNode node, string key) =>
        ((YamlMappingNode)node[key]).Children.ToDictionary(p => ((YamlScalarNode)p.Key).Value!, p => ((YamlScalarNode)p.Value).Value!);
}
