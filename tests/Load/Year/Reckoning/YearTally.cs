using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>The figures of a group of calls and incidents, reckoned from what was put in and from nothing that the server said.</summary>
public sealed class YearTally
{
    private static readonly string[] Kinds =
    [
        "incident", "duplicate", "inquiry", "nuisance", "falseReport", "abandoned", "transferred", "test",
    ];

    private readonly List<YearCall> calls = [];
    private readonly List<YearIncident> incidents = [];

    /// <summary>Counts a call.</summary>
    public void Add(YearCall call) => calls.Add(call);

    /// <summary>Counts an incident with all that belongs to it.</summary>
    public void Add(YearIncident incident) => incidents.Add(incident);

    /// <summary>The figures by name, of so many days.</summary>
    public IReadOnlyDictionary<string, Figure> Figures(int days)
    {
        var figures = new SortedDictionary<string, Figure>(StringComparer.Ordinal)
        {
            ["days"] = new(days),
            ["calls.count"] = new(calls.Count),
            ["calls.perDay"] = Figure.PerDay(calls.Count, days),
            ["calls.undisposed"] = new(calls.Count(c => c.Kind is null)),
            ["incidents.count"] = new(incidents.Count),
            ["incidents.perDay"] = Figure.PerDay(incidents.Count, days),
            ["incidents.open"] = new(Open(incidents)),
            ["incidents.responses"] = new(incidents.Sum(i => i.Responses.Count)),
            ["incidents.moreCategories"] = new(0),
            ["helpCompleted"] = new(OfClass(YearCategory.Help).Count(i => i.ClosedAt is not null)),
            ["disputesOpen"] = new(Open(OfClass(YearCategory.Dispute))),
            ["disputesResolved"] = new(OfClass(YearCategory.Dispute).Count(i => i.ClosedAt is not null)),
            ["moreResults"] = new(0),
        };
        foreach (var kind in Kinds)
            figures[$"calls.dispositions.{kind}"] = new(calls.Count(c => c.Kind == kind));
        for (var priority = 1; priority <= 4; priority++)
            figures[$"incidents.priorities.{priority}"] = new(incidents.Count(i => i.Priority == priority));
        foreach (var name in YearCategory.Classes)
            Note(figures, $"incidents.classes[{name}]", [.. OfClass(name)]);
        foreach (var category in incidents.GroupBy(i => i.Category))
            Note(figures, $"incidents.categories[{category.Key.Class} {category.Key.Name}]", [.. category]);
        foreach (var word in incidents.SelectMany(i => i.Feedback).SelectMany(f => f.Results).GroupBy(r => r.Key, r => r.Value))
            figures[$"results.{word.Key}"] = new(word.Sum());
        foreach (var (name, figure) in Clocks())
            figures[name] = figure;
        return figures;
    }

    private IEnumerable<YearIncident> OfClass(string name) => incidents.Where(i => i.Category.Class == name);

    private static int Open(IEnumerable<YearIncident> some) => some.Count(i => i.ClosedAt is null);

    private static void Note(SortedDictionary<string, Figure> figures, string name, IReadOnlyCollection<YearIncident> some)
    {
        figures[$"{name}.count"] = new(some.Count);
        figures[$"{name}.open"] = new(Open(some));
    }

    private IEnumerable<(string Name, Figure Figure)> Clocks()
    {
        var (signFor, travel, feedback) = (
            new ClockCount("acknowledge", 30, 60, 120, 180),
            new ClockCount("travel", 300, 600, 900, 1_800),
            new ClockCount("feedback", 1_800, 3_600, 7_200, 14_400));
        foreach (var incident in incidents)
        {
            foreach (var (place, response) in incident.Responses.Index())
            {
                signFor.Add(response.AssignedAt, response.AcknowledgedAt);
                travel.Add(response.EnRouteAt, response.OnSceneAt);

                // The unit in charge reports for all: of the others no report of their own comes.
                feedback.Add(response.OnSceneAt, place == 0 ? incident.Feedback[0].At : null);
            }
        }

        return [.. signFor.Figures(), .. travel.Figures(), .. feedback.Figures()];
    }
}
