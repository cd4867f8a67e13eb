using System.Text.Json.Nodes;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Grafana;

/// <summary>What holds for every dashboard, so that whoever reads one can read all.</summary>
public sealed class DashboardTests
{
    private const int Columns = 24;
    private static readonly string[] Uids = ["tocsin-cluster", "tocsin-database", "tocsin-gateway", "tocsin-operations", "tocsin-runtime"];

    [Fact]
    public void Their_ids_are_those_that_alerts_lead_to() => Assert.Equal(Uids, Dashboard.All.Select(d => d.Uid));

    [Fact]
    public void A_file_is_called_as_its_dashboard() =>
        Assert.All(Dashboard.All, d => Assert.Equal(d.Uid + ".json", Path.GetFileName(d.FilePath)));

    [Fact]
    public void Each_panel_says_what_it_shows_and_in_what_unit() => EachPanel(panel =>
    {
        Assert.NotEmpty(Dashboard.Text(panel, "description"));
        Assert.NotEmpty(Dashboard.Text(panel["fieldConfig"]!["defaults"]!, "unit"));
        Assert.NotEmpty(panel["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray());
        Assert.NotEmpty(panel["targets"]!.AsArray());
    });

    [Fact]
    public void Each_panel_asks_the_data_source_that_was_chosen() => EachPanel(panel =>
    {
        Assert.Equal("${datasource}", Dashboard.Text(panel["datasource"]!, "uid"));
        Assert.All(panel["targets"]!.AsArray(), t => Assert.Equal("${datasource}", Dashboard.Text(t!["datasource"]!, "uid")));
    });

    [Fact]
    public void Panels_have_ids_of_their_own_and_do_not_lie_on_each_other() => Assert.All(Dashboard.All, dashboard =>
    {
        var all = dashboard.Root["panels"]!.AsArray().Select(p => p!).ToList();
        Assert.Equal(all.Count, all.Select(p => p["id"]!.GetValue<int>()).Distinct().Count());
        var taken = new HashSet<(int X, int Y)>();
        foreach (var panel in all)
        {
            var place = panel["gridPos"]!;
            int x = At(place, "x"), y = At(place, "y"), w = At(place, "w"), h = At(place, "h");
            Assert.True(x + w <= Columns, Dashboard.Text(panel, "title"));
            for (var i = x; i < x + w; i++)
            {
                for (var j = y; j < y + h; j++)
                    Assert.True(taken.Add((i, j)), $"{dashboard} \"{Dashboard.Text(panel, "title")}\" lies on another panel at {i}, {j}");
            }
        }
    });

    [Fact]
    public void A_query_that_takes_a_variable_has_it() => Assert.All(Dashboard.All, dashboard =>
    {
        var known = dashboard.Variables.Select(v => Dashboard.Text(v, "name")).Concat(["__rate_interval"]).ToHashSet();
        Assert.All(dashboard.PanelQueries.Concat(dashboard.VariableQueries), query =>
            Assert.All(GrafanaVariables.In(query.Text), name => Assert.Contains(name, known)));
    });

    [Fact]
    public void The_data_source_and_the_dashboards_are_provisioned_by_their_stable_names()
    {
        var folder = Path.Combine(Checkout.Root, "ops/grafana/provisioning");
        Assert.Contains(
            "uid: tocsin-prometheus", File.ReadAllText(Path.Combine(folder, "datasources/tocsin.yml")), StringComparison.Ordinal);
        Assert.Contains("path: ", File.ReadAllText(Path.Combine(folder, "dashboards/tocsin.yml")), StringComparison.Ordinal);
        Assert.All(
            Dashboard.All,
            d => Assert.Equal(
                "tocsin-prometheus",
                Dashboard.Text(d.Variables.Single(v => Dashboard.Text(v, "name") == "datasource")["current"]!, "value")));
    }

    private static int At(JsonNode place, string side) => place[side]!.GetValue<int>();

    private static void EachPanel(Action<JsonNode> check) =>
        Assert.All(Dashboard.All.SelectMany(d => d.Panels.Select(p => (Dashboard: d, Panel: p))), item => check(item.Panel));
}
