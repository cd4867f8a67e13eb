using System.Text.Json;
using Tocsin.Tests.Ops.Grafana;
using Tocsin.Tests.Ops.Prometheus;
using Tocsin.Tests.Ops.Tools;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>A query of a rule or a dashboard, as Prometheus gets it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The query.</param>
/// <param name="IsCondition">Whether it is silent while all is well, as an alert is: then what it reads is looked at.</param>
internal sealed record Query(string Place, string Text, bool IsCondition = false)
{
    /// <summary>What is put in the place of Grafana's range: four times between two looks.</summary>
    private const string Window = "1m";

    /// <summary>What it reads.</summary>
    public IReadOnlyList<Selector> Selectors { get; init; } = [];

    /// <summary>Every one there is, taken apart.</summary>
    public static async Task<IReadOnlyList<Query>> AllAsync()
    {
        List<Query> all =
        [
            .. Dashboard.All.SelectMany(d => d.PanelQueries)
                .Select(q => new Query($"{q.Dashboard} \"{q.Place}\"", GrafanaVariables.Fill(q.Text, Window))),
            .. Dashboard.All.SelectMany(d => d.VariableQueries).Select(
                q => new Query($"{q.Dashboard} {q.Place}", GrafanaVariables.Fill(GrafanaVariables.OfLabelValues(q.Text).Query, Window))),
            .. Dashboard.All.SelectMany(d => d.AnnotationQueries)
                .Select(q => new Query($"{q.Dashboard} {q.Place}", GrafanaVariables.Fill(q.Text, Window), IsCondition: true)),
            .. RuleBook.Recordings.Select(r => new Query(r.Name, r.Expression)),
            .. RuleBook.Alerts.Select(a => new Query(a.ToString(), a.Expression, IsCondition: true)),
        ];
        var (code, output) = await NodeTool.RunAsync("promql.mjs", [], JsonSerializer.Serialize(all.Select(q => q.Text)));
        Assert.True(code == 0, output);
        var selectors = JsonSerializer.Deserialize<List<List<Selector>>>(output, JsonSerializerOptions.Web)!;
        return [.. all.Zip(selectors, (query, read) => query with { Selectors = read })];
    }
}
