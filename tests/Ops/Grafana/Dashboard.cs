using System.Text.Json.Nodes;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Grafana;

/// <summary>A dashboard of <c>ops/grafana/dashboards</c>, as its file has it.</summary>
internal sealed class Dashboard(string path)
{
    private readonly JsonNode _root = JsonNode.Parse(File.ReadAllText(path))!;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Dashboard> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "ops/grafana/dashboards"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => new Dashboard(file))];

    /// <summary>Its file.</summary>
    public string FilePath => path;

    /// <summary>The id by which alerts lead to it.</summary>
    public string Uid => Text(_root, "uid");

    /// <summary>The whole document.</summary>
    public JsonNode Root => _root;

    /// <summary>Its panels that ask something: no rows.</summary>
    public IEnumerable<JsonNode> Panels => _root["panels"]!.AsArray().Select(p => p!).Where(p => Text(p, "type") != "row");

    /// <summary>Its variables.</summary>
    public IEnumerable<JsonNode> Variables => _root["templating"]!["list"]!.AsArray().Select(v => v!);

    /// <summary>Every query of every panel.</summary>
    public IEnumerable<DashboardQuery> PanelQueries =>
        from panel in Panels
        from target in panel["targets"]!.AsArray()
        select new DashboardQuery(Uid, Text(panel, "title"), Text(target!, "expr"));

    /// <summary>Every query of every variable: what stands in <c>label_values(...)</c>.</summary>
    public IEnumerable<DashboardQuery> VariableQueries =>
        from variable in Variables
        where Text(variable, "type") == "query"
        select new DashboardQuery(Uid, "$" + Text(variable, "name"), Text(variable["query"]!, "query"));

    /// <summary>Every query that marks a moment.</summary>
    public IEnumerable<DashboardQuery> AnnotationQueries =>
        from annotation in _root["annotations"]!["list"]!.AsArray()
        select new DashboardQuery(Uid, "annotation " + Text(annotation!, "name"), Text(annotation!, "expr"));

    /// <summary>A field that is a text; empty when it is not there.</summary>
    public static string Text(JsonNode node, string field) => node[field]?.GetValue<string>() ?? "";

    /// <inheritdoc/>
    public override string ToString() => Uid;
}
