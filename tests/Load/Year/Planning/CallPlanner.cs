namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>The calls of a year: those about its incidents, and the many that become nothing.</summary>
/// <param name="counts">How many.</param>
/// <param name="calendar">When.</param>
/// <param name="random">Chance.</param>
public sealed class CallPlanner(YearCounts counts, YearCalendar calendar, Random random)
{
    // A false report that turns out true after all; of several about one event the first is often taken for a question.
    private const double TakenWrong = 0.02;

    // How many of five further calls are about something that hundreds see.
    private const double CrowdShare = 0.2;

    private const int IncidentsToACrowd = 500;

    /// <summary>
    /// What becomes of the calls that make no incident, in parts of a thousand: an assumption, the county publishes none.
    /// </summary>
    private static readonly (string? Kind, int Parts)[] Kinds =
    [
        ("duplicate", 124), ("nuisance", 180), ("falseReport", 13), ("abandoned", 198), ("transferred", 44), ("test", 5), (null, 1),
    ];

    /// <summary>All of them, in order of ring.</summary>
    /// <param name="incidents">The year's incidents.</param>
    /// <param name="told">Those that were told of by a call, drills among them.</param>
    public IReadOnlyList<YearCall> Calls(IReadOnlyList<YearIncident> incidents, IReadOnlyList<YearIncident> told)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(told);
        var calls = new List<YearCall>(told.Select(First));
        var others = counts.Calls - told.Count(i => !i.Exercise);
        var cards = Kinds.Select(k => (k.Kind, others * k.Parts / 1_000)).ToList();
        cards.Add(("inquiry", others - cards.Sum(c => c.Item2)));
        var real = incidents.Where(i => !i.Exercise).ToList();
        var crowds = Enumerable.Range(0, Math.Max(1, real.Count / IncidentsToACrowd)).Select(_ => real[random.Next(real.Count)]).ToList();
        foreach (var kind in Deck.Of(random, [.. cards]))
            calls.Add(kind == "duplicate" ? Further(random.NextDouble() < CrowdShare ? crowds : real) : Alone(kind));
        calls.AddRange(incidents.Where(i => i.Exercise).Select(i => Further([i])));

        IReadOnlyList<YearCall> ordered = [.. calls.OrderBy(c => c.RangAt).Select((call, index) => call with { Index = index })];
        foreach (var call in ordered.Where(c => c.Kind == "incident"))
            call.Incident!.Call = call;
        return ordered;
    }

    private YearCall First(YearIncident incident) => new(
        0,
        Later(calendar.From, incident.ReceivedAt - Duration.Answer(random)),
        incident.ReceivedAt,
        "incident",
        incident,
        random.NextDouble() < TakenWrong ? "falseReport" : null);

    private YearCall Further(List<YearIncident> about)
    {
        var incident = about[random.Next(about.Count)];
        var rang = incident.ReceivedAt + Duration.Between(random, 5, 540);
        return new YearCall(
            0, rang, rang + Duration.Answer(random), "duplicate", incident, random.NextDouble() < TakenWrong ? "inquiry" : null);
    }

    private YearCall Alone(string? kind)
    {
        var rang = calendar.Moment(random);
        return new YearCall(0, rang, kind == "abandoned" ? null : rang + Duration.Answer(random), kind);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
