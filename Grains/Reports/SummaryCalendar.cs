using System.Globalization;

namespace Tocsin.Reports;

/// <summary>
/// The days and months of a centre's zone that an interval touches, and the group that something received belongs to; pure.
/// </summary>
internal sealed class SummaryCalendar(DateTimeOffset from, DateTimeOffset to, SummaryBy by, TimeZoneInfo zone)
{
    private readonly DateOnly _first = Day(from, zone);

    // The interval's end does not belong to it.
    private readonly DateOnly _last = Day(to.AddTicks(-1), zone);

    /// <summary>How many days.</summary>
    public int Days => _last.DayNumber - _first.DayNumber + 1;

    /// <summary>Every group by time, in order, with its days; none by station.</summary>
    public IEnumerable<(string Key, int Days)> Groups => by == SummaryBy.Station
        ? []
        : Enumerable.Range(_first.DayNumber, Days).Select(DateOnly.FromDayNumber).GroupBy(KeyOf).Select(g => (g.Key, g.Count()));

    /// <summary>The group; null: no station.</summary>
    public string? KeyOf(DateTimeOffset receivedAt, string? station) => by == SummaryBy.Station ? station : KeyOf(Day(receivedAt, zone));

    private string KeyOf(DateOnly day) => day.ToString(by == SummaryBy.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
