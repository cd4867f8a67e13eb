using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>Draws a year that comes to given figures; the same seed draws the same year.</summary>
public sealed class YearPlanner
{
    // How many of a hundred incidents a patrol comes upon by itself, and of how many nobody knows the place: assumptions.
    private const double FoundShare = 0.015, PlacelessShare = 0.004;

    private readonly YearCounts counts;
    private readonly Random random;
    private readonly YearCalendar calendar;
    private readonly UnitBook units;
    private readonly Handling handling;
    private readonly TimeZoneInfo zone;

    private YearPlanner(YearCounts counts, int year, TimeZoneInfo zone, int seed, string prefix)
    {
        this.counts = counts;
        this.zone = zone;
        random = new Random(seed);
        calendar = new YearCalendar(year, zone, random);
        units = new UnitBook(prefix, random);
        handling = new Handling(counts, calendar, units, random);
    }

    /// <summary>Draws it.</summary>
    /// <param name="counts">What it comes to.</param>
    /// <param name="year">Which year.</param>
    /// <param name="zone">Whose.</param>
    /// <param name="seed">What it is drawn from.</param>
    /// <param name="prefix">What the units' ids begin with.</param>
    public static YearPlan Plan(YearCounts counts, int year, TimeZoneInfo zone, int seed, string prefix)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new YearPlanner(counts, year, zone, seed, prefix).Plan();
    }

    private YearPlan Plan()
    {
        var incidents = Incidents();
        handling.Handle(incidents);
        var calls = new CallPlanner(counts, calendar, random)
            .Calls(incidents, [.. incidents.Where(i => i.Exercise || random.NextDouble() >= FoundShare)]);
        return new YearPlan(zone, calendar.From, calendar.To, units.Units, calls, incidents);
    }

    private YearIncident[] Incidents()
    {
        var classes = Deck.Of(
            random,
            (YearCategory.Help, counts.HelpCompleted),
            (YearCategory.Dispute, counts.DisputesResolved + counts.DisputesOpen),
            (YearCategory.Other, counts.Others),
            (Drill, counts.Drills));
        return
        [
            .. calendar.Moments(classes.Length, random).Zip(classes).Select((drawn, index) => Incident(drawn.First, drawn.Second, index)),
        ];
    }

    private const string Drill = "drill";

    private YearIncident Incident(DateTimeOffset at, string kind, int index)
    {
        var known = random.NextDouble() >= PlacelessShare;
        return new YearIncident
        {
            Index = index,
            ReceivedAt = at,
            Category = YearCategory.Draw(kind == Drill ? YearCategory.Other : kind, random),
            Priority = kind switch
            {
                YearCategory.Help => random.Next(3, 5),
                YearCategory.Dispute => random.Next(2, 4),
                _ => random.Next(1, 4),
            },
            Station = known ? UnitBook.Station(random) : null,
            Place = known ? Region.Anywhere(random) : null,
            Exercise = kind == Drill,
        };
    }
}
