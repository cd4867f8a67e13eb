using System.Runtime.InteropServices;
using Tocsin.StreamKinds;

namespace Tocsin.Overdue;

/// <summary>Counts what is late by a key.</summary>
internal static class OverdueGroups
{
    /// <summary>The groups, worst first.</summary>
    /// <param name="items">What is late, longest first: the first of a group is its worst.</param>
    /// <param name="key">Its key.</param>
    /// <param name="at">As of when.</param>
    public static IReadOnlyList<OverdueGroup> Of(IReadOnlyList<LateItem> items, Func<LateItem, string?> key, DateTimeOffset at)
    {
        // What has no key is a group too, and a dictionary takes no null.
        var counts = new Dictionary<ValueTuple<string?>, Count>();
        for (var i = 0; i < items.Count; i++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, new(key(items[i])), out var there);
            if (!there)
                count.First = i;
            count.All++;
            count.Untaken += items[i].IsUntaken ? 1 : 0;
        }

        return [.. counts
            .OrderBy(c => c.Value.First)
            .Select(c => new OverdueGroup(c.Key.Item1, c.Value.All, c.Value.Untaken, items[c.Value.First].LateSeconds(at)))];
    }

    private record struct Count(int First, int All, int Untaken);
}
