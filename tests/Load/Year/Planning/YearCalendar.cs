namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>
/// When people call: more by day than by night, on a Saturday than on a Monday, in July than in December, and on no two days alike.
/// </summary>
public sealed class YearCalendar
{
    // Assumptions: the county publishes no such profile. Hours 0 to 23, Sunday to Saturday, January to December.
    private static readonly double[] Hours =
    [
        28, 20, 15, 12, 11, 13, 22, 38, 55, 64, 66, 62, 55, 54, 58, 60, 62, 66, 70, 72, 70, 62, 50, 38,
    ];
    private static readonly double[] Weekdays = [1.02, 0.97, 0.96, 0.97, 0.99, 1.07, 1.08];
    private static readonly double[] Months = [0.98, 1.06, 0.93, 0.96, 1.03, 1.07, 1.12, 1.10, 1.02, 1.01, 0.88, 0.86];

    // Nothing begins so shortly before the year is over: an answer belongs to the same year as its ring.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(10);

    private readonly double[] upTo;

    /// <summary>The calendar of a year of a zone; its days' own moods come of <paramref name="random"/>.</summary>
    public YearCalendar(int year, TimeZoneInfo zone, Random random)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(random);
        (From, To) = (Begin(year, zone), Begin(year + 1, zone));
        var moods = Enumerable.Range(0, 367).Select(_ => 0.75 + (0.6 * random.NextDouble())).ToArray();
        upTo = new double[(int)Math.Ceiling((To - From).TotalHours)];
        var sum = 0.0;
        for (var hour = 0; hour < upTo.Length; hour++)
        {
            var local = TimeZoneInfo.ConvertTime(From.AddHours(hour), zone);
            upTo[hour] = sum += Hours[local.Hour] * Weekdays[(int)local.DayOfWeek] * Months[local.Month - 1] * moods[local.DayOfYear];
        }
    }

    /// <summary>The year's first instant.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The next year's first instant.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The last instant at which anything begins.</summary>
    public DateTimeOffset Last => To - Before;

    /// <summary>A moment, to the second.</summary>
    public DateTimeOffset Moment(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var hour = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        var at = From.AddHours(hour < 0 ? ~hour : hour).AddSeconds(random.Next(3_600));
        return at < Last ? at : Last.AddSeconds(-random.Next(3_600));
    }

    /// <summary>So many moments, in order.</summary>
    public DateTimeOffset[] Moments(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Moment(random)).Order()];

    private static DateTimeOffset Begin(int year, TimeZoneInfo zone)
    {
        var midnight = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
