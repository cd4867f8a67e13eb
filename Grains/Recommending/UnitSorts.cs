using System.Collections.Concurrent;

namespace Tocsin.Recommending;

/// <summary>
/// Small numbers for what units are (kind and capabilities): a centre has thousands of units and some dozens of these, so what a need says
/// to one of them is worked out once a question, not once a unit.
/// </summary>
internal static class UnitSorts
{
    /// <summary>How many are numbered; units of further ones are asked one by one.</summary>
    public const int Most = 4_096;

    private static readonly ConcurrentDictionary<string, int> Numbers = new(StringComparer.Ordinal);
    private static int _count;

    /// <summary>Above every number that was given so far.</summary>
    public static int End => Math.Min(Volatile.Read(ref _count), Most);

    /// <summary>The number of such a unit, from 0; -1: it has none.</summary>
    public static int Of(string kind, IReadOnlyList<string> capabilities)
    {
        // No word holds a NUL: the edge refuses it.
        var key = string.Join('\0', capabilities.Prepend(kind));
        if (Numbers.TryGetValue(key, out var number))
            return number;
        if (Volatile.Read(ref _count) >= Most)
            return -1;
        var made = Numbers.GetOrAdd(key, static _ => Interlocked.Increment(ref _count) - 1);
        return made < Most ? made : -1;
    }
}
