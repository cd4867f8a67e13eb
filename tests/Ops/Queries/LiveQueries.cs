using Tocsin.Tests.Ops.Prometheus;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>Asks a real Prometheus whether queries have data.</summary>
/// <param name="prometheus">Which.</param>
/// <param name="known">The metrics that a program has though none of its series may be there yet.</param>
internal sealed class LiveQueries(PrometheusServer prometheus, IReadOnlySet<string> known)
{
    /// <summary>What is recorded more seldom than anybody waits here is asked by its own rule.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with a query now; null: nothing.</summary>
    public async Task<string?> FaultAsync(Query query)
    {
        if (!query.IsCondition && !Silence.Queries.ContainsKey(query.Place))
            return await HasDataAsync(query) ? null : $"{query.Place}: no data: {query.Text}";
        foreach (var selector in query.Selectors)
        {
            if (!await IsThereAsync(selector))
                return $"{query.Place}: no series {selector.Text}";
        }

        return null;
    }

    // Not a number is nothing to look at.
    private async Task<bool> HasDataAsync(Query query) =>
        (await prometheus.QueryAsync(query.Text)).Any(v => !double.IsNaN(v)) || query.Selectors.Any(s => SeldomOf(s.Metric).Count > 0) && await WillHaveDataAsync(query);

    private async Task<bool> WillHaveDataAsync(Query query)
    {
        foreach (var selector in query.Selectors)
        {
            if (!await IsThereAsync(selector))
                return false;
        }

        return true;
    }

    private async Task<bool> IsThereAsync(Selector selector)
    {
        if ((await prometheus.QueryAsync(selector.Text)).Count > 0)
            return true;
        if (Silence.Queries.ContainsKey(selector.Metric))
            return true;
        foreach (var expression in SeldomOf(selector.Metric))
        {
            if ((await prometheus.QueryAsync(expression)).Count > 0)
                return true;
        }

        return Silence.Series.Keys.Any(s => selector.Text.StartsWith(s, StringComparison.Ordinal)) && (known.Contains(selector.Metric) || selector.Metric == "ALERTS");
    }

    private static List<string> SeldomOf(string metric) => [.. RuleBook.Recordings.Where(r => r.Name == metric && r.Interval >= Seldom).Select(r => r.Expression)];
}
