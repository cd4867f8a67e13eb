using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>Dashboards and rules on a real cluster under load: none of them shows nothing, or waits for what never comes.</summary>
[Collection(Clusters.Collection)]
public sealed class QueryTests(Watched watched)
{
    [Fact]
    public async Task Every_query_of_every_panel_variable_annotation_and_rule_has_data()
    {
        var open = await Query.AllAsync();
        var live = new LiveQueries(watched.Prometheus, open, MetricsPage.Rows.SelectMany(r => r.Series).ToHashSet());
        await watched.LoadAsync();
        IReadOnlyList<(Query Query, string Fault)> faults = [];
        await Until.HoldsAsync(
            "every query has data",
            async () =>
            {
                await watched.KeepLoadingAsync();
                faults = await FaultsAsync(live, open);
                open = [.. faults.Select(f => f.Query)];
                return faults.Count == 0;
            },
            () => string.Join('\n', faults.Select(f => f.Fault)),
            every: TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_has_no_data_is_found()
    {
        var live = new LiveQueries(watched.Prometheus, await Query.AllAsync(), new HashSet<string>());
        Query[] empty =
        [
            new("panel", "sum(tocsin_nonsense)"),
            new("panel", "0 / (vector(1) * 0)"),
            new("alert", "tocsin_nonsense > 1", IsCondition: true) { Selectors = [new("tocsin_nonsense", "tocsin_nonsense")] },
        ];
        foreach (var query in empty)
            Assert.NotNull(await live.FaultAsync(query));
        Assert.Null(await live.FaultAsync(new Query("panel", "vector(1)")));
    }

    [Fact]
    public async Task What_may_be_silent_is_still_there()
    {
        var all = await Query.AllAsync();
        Assert.Empty(Silence.Queries.Keys.Except(all.Select(q => q.Place)));
        Assert.DoesNotContain(
            Silence.Series.Keys, s => !all.SelectMany(q => q.Selectors).Any(t => t.Text.StartsWith(s, StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<(Query Query, string Fault)>> FaultsAsync(LiveQueries live, IEnumerable<Query> queries)
    {
        var faults = new List<(Query Query, string Fault)>();
        foreach (var query in queries)
        {
            if (await live.FaultAsync(query) is { } fault)
                faults.Add((query, fault));
        }

        return faults;
    }
}
