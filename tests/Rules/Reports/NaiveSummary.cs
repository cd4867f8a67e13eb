using Tocsin.Calls;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>The figures of a summary, worked out from the trails alone, slowly and one by one.</summary>
internal sealed class NaiveSummary
{
    private readonly List<Trail> _incidents = [];
    private readonly List<(DateTimeOffset At, string? Kind, Trail? Of)> _calls = [];

    public NaiveSummary(IEnumerable<DecidedEvent> journal)
    {
        var streams = journal.ToLookup(h => h.Stream);
        foreach (var stream in streams.Where(s => s.First().Event is IncidentCreated))
            _incidents.Add(new Trail(stream.Key, stream));
        foreach (var stream in streams.Where(s => s.First().Event is CallReceived))
        {
            var disposed = stream.Select(h => h.Event).OfType<CallDisposed>().LastOrDefault();
            var joined = disposed is { Kind: DispositionKind.Incident or DispositionKind.Duplicate } ? disposed.IncidentId : null;
            _calls.Add((
                stream.First().OccurredAt,
                disposed is null ? null : Cast.Word(disposed.Kind),
                _incidents.SingleOrDefault(i => i.Stream == joined?.Stream)));
        }
    }

    /// <summary>
    /// What stands of the calls and incidents for which <paramref name="among"/> holds (receipt, station), as one comparable text a figure.
    /// </summary>
    public IReadOnlyList<string> Figures(Func<DateTimeOffset, string?, bool> among)
    {
        var calls = _calls.Where(c => c.Of is not { Exercise: true } && among(c.At, c.Of?.Station)).ToList();
        var incidents = _incidents.Where(i => !i.Exercise && among(i.ReceivedAt, i.Station)).ToList();
        var assignments = incidents.SelectMany(i => i.Assignments).ToList();
        return
        [
            $"calls {calls.Count}",
            .. calls.Where(c => c.Kind is not null).GroupBy(c => c.Kind).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
            $"undisposed {calls.Count(c => c.Kind is null)}",
            $"incidents {incidents.Count} open {incidents.Count(i => i.Open)}",
            .. incidents.GroupBy(i => i.Priority).OrderBy(g => g.Key).Select(g => $"priority {g.Key} {g.Count()}"),
            .. incidents.GroupBy(i => i.Category)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"category {g.Key} {g.Count()} open {g.Count(i => i.Open)}"),
            $"help {incidents.Count(i => i is { Category: "x", Open: false })}",
            $"disputes {incidents.Count(i => i is { Category: "theft", Open: true })} "
                + $"{incidents.Count(i => i is { Category: "theft", Open: false })}",
            .. assignments.SelectMany(a => a.Results).Concat(incidents.SelectMany(i => i.Results))
                .GroupBy(r => r.Key)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"result {g.Key} {g.Sum(r => r.Value)}"),
            $"responses {assignments.Count}",
            Clock(assignments, a => a.Acknowledged - a.Assigned, 30, 60, 120, 180)
                + Missing(incidents, a => a.Assigned, a => a.Acknowledged, (_, a) => (a.EnRoute ?? a.OnScene) is not null || a.Over),
            Clock(
                assignments,
                a => a.EnRoute < a.Assigned || a.OnScene < a.Assigned ? Suspect(a.OnScene - a.EnRoute) : a.OnScene - a.EnRoute,
                300, 600, 900, 1800)
                + Missing(incidents, a => a.EnRoute, a => a.OnScene, (_, a) => a.Over),
            Clock(
                assignments,
                a => a.OnScene < a.Assigned ? Suspect(a.Feedback - a.OnScene) : a.Feedback - a.OnScene,
                1800, 3600, 7200, 14400)
                + Missing(incidents, a => a.OnScene, a => a.Feedback, (i, _) => !i.Open || i.Assignments.Any(o => o.Feedback is not null)),
        ];
    }

    // Those that began and did not end: never, where something came instead, else open.
    private static string Missing(
        List<Trail> incidents,
        Func<Assignment, DateTimeOffset?> start,
        Func<Assignment, DateTimeOffset?> end,
        Func<Trail, Assignment, bool> isOver)
    {
        var waits = incidents
            .SelectMany(i => i.Assignments.Where(a => start(a) is not null && end(a) is null).Select(a => isOver(i, a)))
            .ToList();
        return $" never {waits.Count(over => over)} open {waits.Count(over => !over)}";
    }

    private static string Clock(List<Assignment> assignments, Func<Assignment, TimeSpan?> length, params int[] bounds)
    {
        var all = assignments.Select(length).OfType<TimeSpan>().ToList();
        var lengths = all.Where(l => l != TimeSpan.MaxValue).Select(t => t.TotalSeconds).ToList();
        double[] edges = [double.NegativeInfinity, .. bounds, double.PositiveInfinity];
        var counted = Enumerable.Range(1, edges.Length - 1).Select(i => lengths.Count(s => s >= 0 && s > edges[i - 1] && s <= edges[i]));
        return $"clock {string.Join(' ', counted)} negative {lengths.Count(s => s < 0)} suspect {all.Count - lengths.Count}";
    }

    // Not negative, and yet not true: told apart by a length that nothing has.
    private static TimeSpan? Suspect(TimeSpan? length) => length >= TimeSpan.Zero ? TimeSpan.MaxValue : length;

    internal sealed class Assignment(UnitId unit)
    {
        public UnitId Unit { get; } = unit;

        public bool Over { get; set; }

        public DateTimeOffset? Assigned { get; set; }

        public DateTimeOffset? Acknowledged { get; set; }

        public DateTimeOffset? EnRoute { get; set; }

        public DateTimeOffset? OnScene { get; set; }

        public DateTimeOffset? Feedback { get; set; }

        public List<KeyValuePair<string, double>> Results { get; } = [];
    }

    private sealed class Trail
    {
        public Trail(StreamId stream, IEnumerable<DecidedEvent> trail)
        {
            Stream = stream;
            foreach (var decided in trail)
                Add(decided.Event, decided.OccurredAt);
        }

        public StreamId Stream { get; }

        public DateTimeOffset ReceivedAt { get; private set; }

        public bool Exercise { get; private set; }

        public bool Open { get; private set; }

        public string Category { get; private set; } = "";

        public int Priority { get; private set; }

        public string? Station { get; private set; }

        public List<Assignment> Assignments { get; } = [];

        /// <summary>Of no unit.</summary>
        public List<KeyValuePair<string, double>> Results { get; } = [];

        private void Add(object happened, DateTimeOffset at)
        {
            switch (happened)
            {
                case IncidentCreated e:
                    (ReceivedAt, Exercise, Open, Category, Priority, Station) = (at, e.Exercise, true, e.Category, e.Priority, e.Station);
                    break;
                case IncidentChanged { Changes: var c }:
                    (Category, Priority, Station) = (
                        c.Category?.To ?? Category, c.Priority?.To ?? Priority, c.Station is { } s ? s.To : Station);
                    break;
                case IncidentAssessed e:
                    (Priority, Station) = (e.Priority, e.Station ?? Station);
                    break;
                case IncidentClosed:
                    Open = false;
                    break;
                case IncidentReopened:
                    Open = true;
                    break;
                case UnitAssigned e:
                    Assignments.Add(new Assignment(e.UnitId) { Assigned = at });
                    break;
                case UnitAcknowledged e:
                    Of(e.UnitId, e.Assignment).Acknowledged = at;
                    break;
                case UnitEnRoute e:
                    Of(e.UnitId, e.Assignment).EnRoute = at;
                    break;
                case UnitOnScene e:
                    Of(e.UnitId, e.Assignment).OnScene = at;
                    break;
                case UnitCleared e:
                    Of(e.UnitId).Over = true;
                    break;
                case UnitDeclined e:
                    Of(e.UnitId).Over = true;
                    break;
                case UnitCancelled e:
                    Of(e.UnitId).Over = true;
                    break;
                case UnitDiverted e:
                    Of(e.UnitId).Over = true;
                    break;
                case FeedbackGiven { UnitId: null } e:
                    Results.AddRange(e.Results);
                    break;
                case FeedbackGiven { UnitId: { } unit } e:
                    Of(unit, e.Assignment).Feedback ??= at;
                    Of(unit, e.Assignment).Results.AddRange(e.Results);
                    break;
                case StageCorrected e:
                    Correct(Of(e.UnitId, e.Assignment), e);
                    break;
            }
        }

        private Assignment Of(UnitId unit, int? number = null) => number is { } n
            ? Assignments[n - 1]
            : Assignments.LastOrDefault(a => a.Unit == unit && !a.Over) ?? Assignments.Last(a => a.Unit == unit);

        private static void Correct(Assignment assignment, StageCorrected e)
        {
            switch (e.Stage)
            {
                case CorrectableStage.Assigned:
                    assignment.Assigned = e.To;
                    break;
                case CorrectableStage.Acknowledged:
                    assignment.Acknowledged = e.To;
                    break;
                case CorrectableStage.EnRoute:
                    assignment.EnRoute = e.To;
                    break;
                case CorrectableStage.OnScene:
                    assignment.OnScene = e.To;
                    break;
                case CorrectableStage.Feedback:
                    assignment.Feedback = e.To;
                    if (e.To is null)
                        assignment.Results.Clear();
                    break;
            }
        }
    }
}
