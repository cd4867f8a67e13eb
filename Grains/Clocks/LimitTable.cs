using Tocsin.Places;

namespace Tocsin.Clocks;

/// <summary>Finds a policy's row: the most specific one wins, and a priority is more specific than an area.</summary>
internal static class LimitTable
{
    /// <summary>The row for a stage; null when the policy gives no limit.</summary>
    public static TimingLimit? Find(this TimingPolicy policy, ClockStage stage, int? priority, AreaClass? area)
    {
        TimingLimit? best = null;
        foreach (var row in policy.Limits)
        {
            if (row.Stage != stage || (row.Priority is { } p && p != priority) || (row.AreaClass is { } a && a != area))
                continue;
            if (best is null || Weight(row) > Weight(best))
                best = row;
        }

        return best;
    }

    /// <summary>What of a policy concerns directives of a kind: at most a row for each stage; one for that kind wins.</summary>
    public static TimingPolicy OfDirectives(this TimingPolicy policy, string kind) => policy with
    {
        Limits =
        [
            .. policy.Limits
                .Where(row => row.IsOfDirectives && (row.Directive is null || row.Directive == kind))
                .GroupBy(row => row.Stage)
                .Select(rows => rows.MaxBy(row => row.Directive is null ? 0 : 1)!),
        ],
    };

    /// <summary>What of a policy concerns calls; null when nothing does.</summary>
    public static TimingPolicy? OfCalls(this TimingPolicy policy) =>
        policy.Find(ClockStage.Answer, null, null) is { } row ? policy with { Limits = [row] } : null;

    private static int Weight(TimingLimit row) => (row.Priority is null ? 0 : 2) + (row.AreaClass is null ? 0 : 1);
}
