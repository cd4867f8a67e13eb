using System.Numerics;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// Which positions after a start somebody has seen: a bit each, so that a thousand clients can each be judged exactly, and one that lost an
/// event cannot hide behind one that it saw twice.
/// </summary>
/// <param name="start">Positions after this are noted.</param>
public sealed class SeenPositions(long start)
{
    /// <summary>How far behind the start positions are noted: 1 MiB for each client at most.</summary>
    public const long Most = 8 * 1024 * 1024;

    private ulong[] bits = new ulong[16];

    /// <summary>Positions after this are noted.</summary>
    public long Start => start;

    /// <summary>How many were seen.</summary>
    public int Count => bits.Sum(BitOperations.PopCount);

    /// <summary>Notes a position; false when it was noted before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not after the start, or more than <see cref="Most"/> after it.</exception>
    public bool Add(long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(position, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, start + Most);
        var (word, bit) = Math.DivRem(position - start - 1, 64);
        if (word >= bits.Length)
            Array.Resize(ref bits, (int)Math.Max(word + 1, bits.Length * 2L));
        var mask = 1UL << (int)bit;
        if ((bits[word] & mask) != 0)
            return false;
        bits[word] |= mask;
        return true;
    }

    /// <summary>Whether a position was noted.</summary>
    public bool Has(long position)
    {
        var (word, bit) = Math.DivRem(position - start - 1, 64);
        return position > start && word < bits.Length && (bits[word] & (1UL << (int)bit)) != 0;
    }
}
