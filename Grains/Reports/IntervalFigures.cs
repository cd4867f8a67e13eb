namespace Tocsin.Reports;

/// <summary>The lengths of one interval, and the figures that come of them. Kept in milliseconds, shown in seconds.</summary>
internal sealed class IntervalFigures
{
    private const double MsPerSecond = 1000;

    private readonly IntervalCounts _counts = new();
    private readonly List<long> _lengthsMs = [];
    private readonly Dictionary<int, int> _limits = [];
    private readonly Dictionary<string, (IReadOnlyList<int> Bounds, int Count)> _bounds = new(StringComparer.Ordinal);
    private int _unlimited;
    private int _within;
    private int _late;

    /// <summary>
    /// Adds an interval that began. A negative or suspect one (a wrong clock) counts as that and nowhere else; one whose end did not come
    /// counts as that, and as late once its limit is over.
    /// </summary>
    /// <param name="span">From when to when.</param>
    /// <param name="target">The limit by which it is measured, or null.</param>
    /// <param name="now">Until when an end that did not come was waited for.</param>
    public void Add(in ReportSpan span, ReportTarget? target, DateTimeOffset now)
    {
        var state = span.StateAt(now, target);
        _counts.Add(state);
        if (span.IsWithinAt(now, target) is { } within)
        {
            _within += within ? 1 : 0;
            _late += within ? 0 : 1;
            _limits[target!.Seconds] = _limits.GetValueOrDefault(target.Seconds) + 1;
        }

        if (state == IntervalState.Measured)
            Measure(span.LengthAt(now), target);
    }

    private void Measure(TimeSpan length, ReportTarget? target)
    {
        _lengthsMs.Add((long)length.TotalMilliseconds);
        _unlimited += target is null ? 1 : 0;
        if (target is null || target.Buckets.Count == 0)
            return;
        var key = string.Join(' ', target.Buckets);
        _bounds[key] = (target.Buckets, _bounds.GetValueOrDefault(key).Count + 1);
    }

    /// <summary>The figures.</summary>
    public IntervalView Build()
    {
        if (_lengthsMs.Count == 0)
        {
            return new IntervalView(
                0,
                _counts[IntervalState.Negative],
                null,
                null,
                null,
                null,
                null,
                null,
                [],
                _counts[IntervalState.Never],
                _counts[IntervalState.Open],
                _counts[IntervalState.Suspect]);
        }

        _lengthsMs.Sort();
        return new IntervalView(
            _lengthsMs.Count,
            _counts[IntervalState.Negative],
            Math.Round(_lengthsMs.Average() / MsPerSecond, 3, MidpointRounding.AwayFromZero),
            Percentile(50),
            Percentile(90),
            Percentile(95),
            _limits.Count == 1 && _unlimited == 0 ? _limits.Keys.Single() : null,
            _within + _late == 0 ? null : Math.Round((double)_within / (_within + _late), 4, MidpointRounding.AwayFromZero),
            Buckets(),
            _counts[IntervalState.Never],
            _counts[IntervalState.Open],
            _counts[IntervalState.Suspect]);
    }

    // All that is counted here falls into one row of buckets. Where policies name different bounds it is by those that most are measured
    // by, and of as many by the first in order of their text, so that the same report always shows the same.
    private BucketView[] Buckets()
    {
        if (_bounds.Count == 0)
            return [];
        var bounds = _bounds.OrderByDescending(b => b.Value.Count).ThenBy(b => b.Key, StringComparer.Ordinal).First().Value.Bounds;
        var counts = new int[bounds.Count + 1];
        foreach (var length in _lengthsMs)
            counts[bounds.TakeWhile(b => length > b * MsPerSecond).Count()]++;
        return [.. counts.Select((count, i) => new BucketView(i < bounds.Count ? bounds[i] : null, count))];
    }

    /// <summary>The nearest rank: the ceil(p/100 x count)-th smallest.</summary>
    private double Percentile(int percent) => _lengthsMs[(((_lengthsMs.Count * percent) + 99) / 100) - 1] / MsPerSecond;
}
