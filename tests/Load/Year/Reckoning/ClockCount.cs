namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>One of the three clocks, counted from the lengths that were put in.</summary>
/// <param name="name">Its name in the report.</param>
/// <param name="bounds">The bounds of its buckets in seconds.</param>
public sealed class ClockCount(string name, params IReadOnlyList<int> bounds)
{
    private readonly List<TimeSpan> lengths = [];
    private int never;

    /// <summary>Counts a length that began; one without an end never comes to it, since everything in the year is long over.</summary>
    public void Add(DateTimeOffset? from, DateTimeOffset? to)
    {
        if (to - from is { } length)
            lengths.Add(length);
        else if (from is not null)
            never++;
    }

    /// <summary>Its figures.</summary>
    public IEnumerable<(string Name, Figure Figure)> Figures()
    {
        var known = lengths.Where(l => l >= TimeSpan.Zero).ToList();
        yield return ($"clocks.{name}.count", new(known.Count));
        yield return ($"clocks.{name}.negative", new(lengths.Count - known.Count));

        // The only wrong clocks of the year are those of signatures, and their lengths are negative.
        yield return ($"clocks.{name}.suspect", new(0));
        yield return ($"clocks.{name}.never", new(never));
        yield return ($"clocks.{name}.open", new(0));
        var before = 0;
        foreach (var bound in bounds.Select(b => (int?)b).Append(null))
        {
            var within = bound is { } seconds ? known.Count(l => l <= TimeSpan.FromSeconds(seconds)) : known.Count;
            var bucket = $"clocks.{name}.buckets[{(bound is null ? "null" : $"{bound}")}]";
            yield return ($"{bucket}.count", new(within - before));
            yield return ($"{bucket}.share", Figure.Share(within - before, known.Count));
            yield return ($"{bucket}.within", Figure.Share(within, known.Count));
            before = within;
        }
    }
}
