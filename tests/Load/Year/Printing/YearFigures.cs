using System.Globalization;
using Spectre.Console;

namespace Tocsin.Tests.Load.Year.Printing;

/// <summary>
/// The figures that the county and the city bureau published, and beside each what Tocsin reports of the year that was put in.
/// </summary>
public static class YearFigures
{
    private static readonly (string What, string Published, string Name)[] Rows =
    [
        ("inbound calls", "67,077", "calls.count"),
        ("valid incidents", "17,643", "incidents.count"),
        ("incidents a day", "48", "incidents.perDay"),
        ("requests for help completed", "14,326", "helpCompleted"),
        ("disputes followed to resolution", "1,265", "disputesResolved"),
        ("disputes still followed", "-", "disputesOpen"),
        ("suspects caught", "116", "results.arrests"),
        ("fugitives caught", "27", "results.fugitives"),
        ("sign-for within 30 s", "0.989", "clocks.acknowledge.buckets[30].within"),
        ("turnout to arrival within 5 min", "0.707", "clocks.travel.buckets[300].within"),
        ("feedback within 30 min", "0.35", "clocks.feedback.buckets[1800].within"),
    ];

    /// <summary>The table.</summary>
    public static Table Table(IReadOnlyDictionary<string, decimal?> reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        var table = new Table().AddColumns("figure", "published", "reported");
        foreach (var (what, published, name) in Rows)
        {
            table.AddRow(
                what, published, reported.GetValueOrDefault(name)?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "nothing");
        }

        return table;
    }
}
