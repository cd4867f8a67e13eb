using System.Diagnostics;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>Dashboards and rules on a real cluster under load: none of them shows nothing, or waits for what never comes.</summary>
[Collection(Clusters.Collection)]
public sealed class QueryTests(Watched watched)
{
    /// <summary>After the load: rules of 15 s and looks of 15 s come one after the other.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Every_query_of_every_panel_variable_annotation_and_rule_has_data()
    {
        var open = await Query.AllAsync();
        var live = new LiveQueries(watched.Prometheus, open, MetricsPage.Rows.SelectMany(r => r.Series).ToHashSet());
        await watched.LoadAsync();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var faults = new List<(Query Query, string Fault)>();
            foreach (var query in open)
            {
                if (await live.FaultAsync(query) is { } fault)
                    faults.Add((query, fault));
            }

            if (faults.Count == 0)
                return;
            Assert.True(waited.Elapsed < Within, string.Join('\n', faults.Select(f => f.Fault)));
            open = [.. faults.Select(f => f.Query)];
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task What_has_no_data_is_found()
    {
        var live = new LiveQueries(watched.Prometheus, await Query.AllAsync(), new HashSet<string>());
        foreach (var query in new[] { new Query("panel", "sum(tocsin_nonsense)"), new Query("panel", "0 / (vector(1) * 0)"), new Query("alert", "tocsin_nonsense > 1", IsCondition: true) { Selectors = [new("tocsin_nonsense", "tocsin_nonsense")] } })
            Assert.NotNull(await live.FaultAsync(query));
        Assert.Null(await live.FaultAsync(new Query("panel", "vector(1)")));
    }

    [Fact]
    public async Task What_may_be_silent_is_still_there()
    {
        var all = await Query.AllAsync();
        Assert.Empty(Silence.Queries.Keys.Except(all.Select(q => q.Place)));
        Assert.DoesNotContain(Silence.Series.Keys, s => !all.SelectMany(q => q.Selectors).Any(t => t.Text.StartsWith(s, StringComparison.Ordinal)));
    }
}
