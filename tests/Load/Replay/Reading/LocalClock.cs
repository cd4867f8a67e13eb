namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>
/// Turns the local times of one row into instants. In the hour that is lived twice in autumn a local time means two
/// instants: the reading is taken that keeps the row's times in order, and among those the closest together, and
/// the first where that leaves a choice. A time in the hour that spring leaves out was written by a clock that had
/// not been put forward: it is read with the offset from before.
/// </summary>
public sealed class LocalClock(TimeZoneInfo zone)
{
    /// <summary>The most times that one row may have.</summary>
    public const int MostTimes = 8;

    /// <summary>How many times were ambiguous, and how many fell into a gap, so far.</summary>
    public (int Ambiguous, int InGap) Seen { get; private set; }

    /// <summary>
    /// The instants of <paramref name="locals"/>, nulls where there are none; <paramref name="firstKnown"/> fixes the first.
    /// </summary>
    public DateTimeOffset?[] Read(IReadOnlyList<DateTime?> locals, DateTimeOffset? firstKnown = null)
    {
        ArgumentNullException.ThrowIfNull(locals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(locals.Count, MostTimes);
        var choices = new DateTimeOffset[]?[locals.Count];
        for (var i = 0; i < locals.Count; i++)
            choices[i] = i == 0 && firstKnown is { } known ? [known] : locals[i] is { } local ? Candidates(local) : null;

        DateTimeOffset?[]? best = null;
        (int Disorder, long Span) bestCost = default;
        var combinations = 1 << choices.Count(c => c is { Length: 2 });
        for (var pick = 0; pick < combinations; pick++)
        {
            var reading = Pick(choices, pick);
            var cost = Cost(reading);
            if (best is null || cost.CompareTo(bestCost) < 0)
                (best, bestCost) = (reading, cost);
        }

        return best!;
    }

    private static DateTimeOffset?[] Pick(DateTimeOffset[]?[] choices, int pick)
    {
        var reading = new DateTimeOffset?[choices.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] is not { } options)
                continue;
            reading[i] = options[options.Length == 2 ? pick & 1 : 0];
            if (options.Length == 2)
                pick >>= 1;
        }

        return reading;
    }

    private static (int Disorder, long Span) Cost(DateTimeOffset?[] reading)
    {
        var known = reading.OfType<DateTimeOffset>().ToList();
        int disorder = 0;
        long span = 0;
        for (var i = 1; i < known.Count; i++)
        {
            var step = (known[i] - known[i - 1]).Ticks;
            span += Math.Abs(step);
            if (step < 0)
                disorder++;
        }

        return (disorder, span);
    }

    private DateTimeOffset[] Candidates(DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            Seen = (Seen.Ambiguous, Seen.InGap + 1);
            return [new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3))).ToUniversalTime()];
        }

        if (!zone.IsAmbiguousTime(local))
            return [new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()];
        Seen = (Seen.Ambiguous + 1, Seen.InGap);
        return [.. zone.GetAmbiguousTimeOffsets(local).Select(o => new DateTimeOffset(local, o).ToUniversalTime()).Order()];
    }
}
