namespace Tocsin.Recommending;

/// <summary>The best few of many, in order of rank, then of id: so that the same picture always gives the same answer.</summary>
/// <param name="most">How many it keeps.</param>
internal sealed class Shortlist(int most)
{
    private readonly Entry[] _entries = new Entry[most];

    /// <summary>How many it has.</summary>
    public int Count { get; private set; }

    /// <summary>Those that it has, the best first.</summary>
    public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    /// <summary>Takes one in if it is among the best so far.</summary>
    /// <param name="rank">Lower is better.</param>
    /// <param name="index">Its place in the picture.</param>
    /// <param name="unit">It.</param>
    public void Offer(int rank, int index, DutyUnit unit)
    {
        var entry = new Entry(rank, index, unit);
        if (Count == _entries.Length && (Count == 0 || !entry.IsBefore(_entries[Count - 1])))
            return;
        var place = Count == _entries.Length ? Count - 1 : Count++;
        for (; place > 0 && entry.IsBefore(_entries[place - 1]); place--)
            _entries[place] = _entries[place - 1];
        _entries[place] = entry;
    }

    /// <summary>One of them.</summary>
    internal readonly record struct Entry(int Rank, int Index, DutyUnit Unit)
    {
        public bool IsBefore(in Entry other) =>
            Rank != other.Rank ? Rank < other.Rank : string.CompareOrdinal(Unit.Id.Value, other.Unit.Id.Value) < 0;
    }
}
