namespace Tocsin.Reports;

/// <summary>How many intervals are in each state, being counted.</summary>
internal sealed class IntervalCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<IntervalState>().Length];

    /// <summary>How many are in a state.</summary>
    public int this[IntervalState state] => _counts[(int)state];

    /// <summary>Counts one.</summary>
    /// <param name="state">Its state; null: it did not begin, and counts nowhere.</param>
    public void Add(IntervalState? state)
    {
        if (state is { } known)
            _counts[(int)known]++;
    }
}
