using System.Globalization;
using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>The summary of a year as it must be reported.</summary>
/// <param name="By">By what it is grouped.</param>
/// <param name="Groups">The groups in their order; without a station: null.</param>
/// <param name="Total">All.</param>
public sealed record YearSummary(
    string By, IReadOnlyList<(string? Key, IReadOnlyDictionary<string, Figure> Figures)> Groups, IReadOnlyDictionary<string, Figure> Total)
{
    /// <summary>Every way of grouping.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["month", "day", "station"];

    /// <summary>Reckons it.</summary>
    public static YearSummary Of(YearPlan plan, string by)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var total = new YearTally();
        var groups = new Dictionary<Group, YearTally>();
        var days = Days(plan).ToList();
        foreach (var key in by == "station" ? [] : days.Select(d => Key(d, by)).Distinct())
            groups[new(key)] = new YearTally();
        YearTally In(string? key) => groups.TryGetValue(new(key), out var tally) ? tally : groups[new(key)] = new YearTally();
        string? KeyOf(DateTimeOffset at, string? station) => by == "station" ? station : Key(Day(at, plan.Zone), by);
        foreach (var call in plan.CountedCalls)
        {
            total.Add(call);
            In(KeyOf(call.RangAt, call.Incident?.Station)).Add(call);
        }

        foreach (var incident in plan.CountedIncidents)
        {
            total.Add(incident);
            In(KeyOf(incident.ReceivedAt, incident.Station)).Add(incident);
        }

        return new YearSummary(
            by,
            [.. groups.OrderBy(g => g.Key.Name is null).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g => (g.Key.Name, g.Value.Figures(by == "station" ? days.Count : days.Count(d => Key(d, by) == g.Key.Name))))],
            total.Figures(days.Count));
    }

    private static IEnumerable<DateOnly> Days(YearPlan plan)
    {
        for (var day = Day(plan.From, plan.Zone); day <= Day(plan.To.AddTicks(-1), plan.Zone); day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static string Key(DateOnly day, string by) =>
        day.ToString(by == "month" ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct Group(string? Name);
}
