using Tocsin.Tests.Ops.Prometheus;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops.Queries;

/// <summary>Asks a real Prometheus whether queries have data.</summary>
/// <param name="prometheus">Which.</param>
/// <param name="all">All queries.</param>
/// <param name="known">The metrics that a program has though none of its series may be there yet.</param>
internal sealed class LiveQueries(PrometheusServer prometheus, IReadOnlyList<Query> all, IReadOnlySet<string> known)
{
    /// <summary>What is recorded more seldom than anybody waits here is there when all is there that its rule reads.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);

    private readonly ILookup<string, Query> _seldom = RuleBook.Recordings.Where(r => r.Interval >= Seldom)
        .ToLookup(r => r.Name, r => all.First(q => q.Place == r.Name && q.Text == r.Expression));

    /// <summary>What is wrong with a query now; null: nothing.</summary>
    public async Task<string?> FaultAsync(Query query)
    {
        // Not a number is nothing to look at.
        var isSilent = query.IsCondition || Silence.Queries.ContainsKey(query.Place);
        if (!isSilent && (await prometheus.QueryAsync(query.Text)).Any(v => !double.IsNaN(v)))
            return null;
        if (!isSilent && !query.Selectors.Any(s => _seldom.Contains(s.Metric)))
            return $"{query.Place}: no data: {query.Text}";
        foreach (var selector in query.Selectors)
        {
            if (!await IsThereAsync(selector))
                return $"{query.Place}: no series {selector.Text}";
        }

        return null;
    }

    private async Task<bool> IsThereAsync(Selector selector)
    {
        if ((await prometheus.QueryAsync(selector.Text)).Count > 0 || Silence.IsSilent(selector, known))
            return true;
        foreach (var read in _seldom[selector.Metric].SelectMany(rule => rule.Selectors))
        {
            if (await IsThereAsync(read))
                return true;
        }

        return false;
    }
}
