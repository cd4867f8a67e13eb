using System.Globalization;
using Tocsin.Calls;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Settings;

namespace Tocsin.Reports;

/// <summary>One group of a summary, being counted.</summary>
internal sealed class SummaryTally
{
    private const int Minute = 60;
    private const int Priorities = 4;

    private static readonly string[] DispositionWords = [.. Enum.GetValues<DispositionKind>().Select(EnumWords.Of)];

    private readonly SummaryClockTally _acknowledge = new([30, 60, 120, 180]);
    private readonly SummaryClockTally _travel = new([5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute]);
    private readonly SummaryClockTally _feedback = new([30 * Minute, 60 * Minute, 120 * Minute, 240 * Minute]);
    private readonly SummaryResults _results = new();
    private readonly Dictionary<string, (int Count, int Open)> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _dispositions = new(StringComparer.Ordinal);
    private readonly int[] _priorities = new int[Priorities];
    private int _calls;
    private int _incidents;
    private int _open;
    private int _responses;

    /// <summary>Counts a call.</summary>
    public void Add(ReportedCall call)
    {
        _calls++;
        if (call.DispositionKind is { } kind)
            _dispositions[kind] = _dispositions.GetValueOrDefault(kind) + 1;
    }

    /// <summary>Counts an incident.</summary>
    public void Add(IncidentRow incident)
    {
        _incidents++;
        _open += incident.Open ? 1 : 0;
        _priorities[Math.Clamp((int)incident.Priority, 1, Priorities) - 1]++;
        var (count, open) = _categories.GetValueOrDefault(incident.Category);
        _categories[incident.Category] = (count + 1, open + (incident.Open ? 1 : 0));
    }

    /// <summary>Counts an assignment.</summary>
    public void Add(ResponseRow response)
    {
        _responses++;
        _acknowledge.Add(response.AssignedAt, response.AcknowledgedAt);
        _travel.Add(response.EnRouteAt, response.OnSceneAt, SuspectTimes.OfTravel(response));
        _feedback.Add(response.OnSceneAt, response.FeedbackAt, SuspectTimes.OfFeedback(response));
    }

    /// <summary>Counts a result.</summary>
    public void Add(string word, double number) => _results.Add(word, number);

    /// <summary>The figures.</summary>
    public SummaryFigures Build(int days, CategoryClasses classes)
    {
        var categories = _categories.Select(c => new SummaryCategory(c.Key, classes.Of(c.Key), c.Value.Count, c.Value.Open)).ToList();
        var byClass = classes.Names.Select(name => ClassOf(name, categories)).ToList();
        var (help, disputes) = (ClassOf(CategoryClasses.Help, categories), ClassOf(CategoryClasses.Dispute, categories));
        return new SummaryFigures(
            days,
            new SummaryCalls(
                _calls,
                PerDay(_calls, days),
                DispositionWords.ToDictionary(w => w, w => _dispositions.GetValueOrDefault(w)),
                _calls - _dispositions.Values.Sum()),
            new SummaryIncidents(
                _incidents,
                PerDay(_incidents, days),
                _open,
                _responses,
                Enumerable.Range(1, Priorities).ToDictionary(p => p.ToString(CultureInfo.InvariantCulture), p => _priorities[p - 1]),
                byClass,
                [.. categories
                    .OrderByDescending(c => c.Count)
                    .ThenBy(c => c.Category, StringComparer.Ordinal)
                    .Take(SummaryLimits.Categories)],
                Math.Max(0, categories.Count - SummaryLimits.Categories)),
            help.Count - help.Open,
            disputes.Open,
            disputes.Count - disputes.Open,
            _results.Build(),
            _results.More,
            new SummaryClocks(_acknowledge.Build(), _travel.Build(), _feedback.Build()));
    }

    private static SummaryClass ClassOf(string name, List<SummaryCategory> categories) =>
        new(name, categories.Where(c => c.Class == name).Sum(c => c.Count), categories.Where(c => c.Class == name).Sum(c => c.Open));

    private static double PerDay(int count, int days) => Math.Round((double)count / days, 2, MidpointRounding.AwayFromZero);
}
