using System.Collections.Concurrent;
using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>
/// One instance of each timing policy in a process: every incident carries its policy whole, and thousands of open ones have the same. What
/// is read out of events is taken for one that is known already when nothing about it differs.
/// </summary>
internal static class SharedPolicies
{
    /// <summary>How many are shared at most; further ones are kept by each incident for itself.</summary>
    public const int Most = 1_000;

    private static readonly ConcurrentDictionary<(string Name, int Version), TimingPolicy> Known = new();

    /// <summary>The shared instance that is equal to this one, or this one.</summary>
    public static TimingPolicy? Of(TimingPolicy? policy)
    {
        if (policy is null)
            return null;
        if (Known.TryGetValue((policy.Name, policy.Version), out var known))
            return known.Escalation == policy.Escalation && PolicyFaults.Same(known.Limits, policy.Limits) ? known : policy;
        if (Known.Count < Most)
            Known.TryAdd((policy.Name, policy.Version), policy);
        return policy;
    }
}
