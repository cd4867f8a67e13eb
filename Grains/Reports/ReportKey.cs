using System.Globalization;

namespace Tocsin.Reports;

/// <summary>By what the report of response times groups.</summary>
internal static class ReportKey
{
    /// <summary>The group of an interval; null: it is in the total only, for no unit had a part in it.</summary>
    public static string? Of(in ReportedInterval interval, GroupBy groupBy, TimeZoneInfo zone) => groupBy switch
    {
        GroupBy.Station => interval.Station,
        GroupBy.Unit => interval.Unit?.Value,
        _ => Of(interval.ReceivedAt, interval.Category, interval.Priority, groupBy, zone),
    };

    /// <summary>The group of an incident; null where each group that responded to it has it.</summary>
    public static string? Of(DateTimeOffset receivedAt, string category, short priority, GroupBy groupBy, TimeZoneInfo zone) =>
        groupBy switch
        {
            GroupBy.Category => category,
            GroupBy.Priority => priority.ToString(CultureInfo.InvariantCulture),
            GroupBy.Hour => TimeZoneInfo.ConvertTime(receivedAt, zone).ToString("HH", CultureInfo.InvariantCulture),
            _ => null,
        };
}
