namespace Tocsin.Quality;

/// <summary>When a day begins in a time zone.</summary>
internal static class DayStart
{
    /// <summary>The first moment of a day; where a change of the clocks leaves midnight out, the first moment after it.</summary>
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start))
            start = start.AddMinutes(15);
        return new DateTimeOffset(start, zone.GetUtcOffset(start));
    }
}
