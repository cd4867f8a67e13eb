namespace Tocsin.Reports;

/// <summary>The lengths of one interval, and the figures that come of them. Kept in milliseconds, shown in seconds.</summary>
internal sealed class IntervalFigures
{
    private const double MsPerSecond = 1000;

    private readonly List<long> _lengthsMs = [];
    private int _negative;

    /// <summary>Adds a length; a negative one (a wrong clock) counts as that and nowhere else.</summary>
    public void Add(TimeSpan length)
    {
        if (length < TimeSpan.Zero)
            _negative++;
        else
            _lengthsMs.Add((long)length.TotalMilliseconds);
    }

    /// <summary>The figures.</summary>
    public IntervalView Build()
    {
        if (_lengthsMs.Count == 0)
            return new IntervalView(0, _negative, null, null, null, null, null, null, []);
        _lengthsMs.Sort();
        return new IntervalView(
            _lengthsMs.Count,
            _negative,
            Math.Round(_lengthsMs.Average() / MsPerSecond, 3, MidpointRounding.AwayFromZero),
            Percentile(50),
            Percentile(90),
            Percentile(95),
            null,
            null,
            []);
    }

    /// <summary>The nearest rank: the ceil(p/100 x count)-th smallest.</summary>
    private double Percentile(int percent) => _lengthsMs[(((_lengthsMs.Count * percent) + 99) / 100) - 1] / MsPerSecond;
}
