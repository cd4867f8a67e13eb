namespace Tocsin.Recommending;

/// <summary>
/// Who takes which place: the assignment with the least sum of costs, by successive shortest paths with potentials (the Hungarian method;
/// Kuhn 1955, Munkres 1957; in this form O(rows² x columns)). So a unit that alone can do one thing is not spent on another that anybody
/// can do.
/// </summary>
internal static class SlotMatching
{
    /// <summary>The cost of a place that must not be taken, or stays empty: more than all arrivals of a plan together.</summary>
    public const long Never = 1L << 40;

    /// <summary>The column of each row; -1 where none can be had.</summary>
    /// <param name="rows">How many places there are.</param>
    /// <param name="columns">How many may take them.</param>
    /// <param name="cost">What it costs that this column takes this row; <see cref="Never"/>: it cannot.</param>
    public static int[] Solve(int rows, int columns, Func<int, int, long> cost)
    {
        // One empty column more for each row: then everybody finds a place, and the empty ones cost Never.
        var wide = columns + rows;
        var (rowPotential, columnPotential) = (new long[rows + 1], new long[wide + 1]);
        var (rowOf, previous, least, used) = (new int[wide + 1], new int[wide + 1], new long[wide + 1], new bool[wide + 1]);
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            Array.Fill(least, long.MaxValue);
            Array.Clear(used);
            var column = 0;
            do
            {
                used[column] = true;
                var (current, next, delta) = (rowOf[column], 0, long.MaxValue);
                for (var j = 1; j <= wide; j++)
                {
                    if (used[j])
                        continue;
                    var reduced = (j <= columns ? cost(current - 1, j - 1) : Never) - rowPotential[current] - columnPotential[j];
                    if (reduced < least[j])
                        (least[j], previous[j]) = (reduced, column);
                    if (least[j] < delta)
                        (delta, next) = (least[j], j);
                }

                for (var j = 0; j <= wide; j++)
                {
                    if (used[j])
                        (rowPotential[rowOf[j]], columnPotential[j]) = (rowPotential[rowOf[j]] + delta, columnPotential[j] - delta);
                    else
                        least[j] -= delta;
                }

                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = previous[column])
                rowOf[column] = rowOf[previous[column]];
        }

        var taken = new int[rows];
        Array.Fill(taken, -1);
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] > 0 && cost(rowOf[j] - 1, j - 1) < Never)
                taken[rowOf[j] - 1] = j - 1;
        }

        return taken;
    }
}
