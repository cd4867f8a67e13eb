using System.Diagnostics.Metrics;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Incidents;
using Tocsin.Streams;
using Tocsin.Telemetry;

namespace Tocsin.Mission;

/// <summary>
/// The metrics of the mission, on the meter <see cref="MeterName"/>. Each event is counted once, by the silo that wrote it, right after the
/// append. If a silo dies in between, events are not counted; none is ever counted twice.
/// </summary>
public sealed class MissionMetrics : MetricSet, ICommitObserver
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Mission";

    private readonly Counter<long> _calls;
    private readonly Counter<long> _disposed;
    private readonly Counter<long> _incidents;
    private readonly Counter<long> _closed;
    private readonly Counter<long> _assignments;
    private readonly Counter<long> _directives;
    private readonly Counter<long> _fired;
    private readonly Histogram<double> _stages;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public MissionMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _calls = Meter.CreateCounter<long>("tocsin.calls", "{call}", "Calls that came in.");
        _disposed = Meter.CreateCounter<long>(
            "tocsin.calls.disposed", "{call}", "Calls that were disposed of; one that is disposed of again counts again.");
        _incidents = Meter.CreateCounter<long>("tocsin.incidents", "{incident}", "Incidents that were made.");
        _closed = Meter.CreateCounter<long>(
            "tocsin.incidents.closed", "{incident}", "Incidents that were closed; one that is closed again counts again.");
        _assignments = Meter.CreateCounter<long>(
            "tocsin.assignments", "{assignment}", "Assignments that were made or ended, without those of exercises.");
        _directives = Meter.CreateCounter<long>(
            "tocsin.directives", "{directive}", "Directives by what happened to them, without those of exercises and of long ago.");
        _fired = Meter.CreateCounter<long>("tocsin.clocks.fired", "{clock}", "Clocks that warned, ran out, or were withdrawn.");
        _stages = Seconds(
            "tocsin.stage.duration",
            "How long a stage took, of live incidents, calls and directives.",
            5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 300, 480, 600, 900, 1800, 3600, 7200, 14400);
    }

    /// <inheritdoc/>
    void ICommitObserver.Committed(StateSet before, StateSet after, IReadOnlyList<DecidedEvent> events, DateTimeOffset horizon)
    {
        foreach (var decided in events)
            Count(decided, after, horizon);
        if (_stages.Enabled && events.Count > 0)
            Time(before, after, horizon);
    }

    private void Count(DecidedEvent decided, StateSet after, DateTimeOffset horizon)
    {
        switch (decided.Event)
        {
            case CallReceived:
                _calls.Add(1, Label.Of("origin", decided.OccurredAt < horizon ? Origin.Historic : Origin.Live));
                break;
            case CallDisposed disposed:
                _disposed.Add(1, Label.Of("disposition", disposed.Kind));
                break;
            case IncidentCreated created:
                _incidents.Add(1, Label.Priority(created.Priority), Label.Of("origin", Origin.Of(created.Exercise, created.Historic)));
                break;
            case IncidentClosed:
                _closed.Add(1, Label.Of("origin", Origin.Of((IncidentState)after.All[decided.Stream])));
                break;
            case Calls.ClockWarning or Calls.ClockOverdue or Calls.ClockWithdrawn:
                _fired.Add(
                    1,
                    Label.Of("stage", ClockStage.Answer),
                    Label.Of("kind", KindOf(decided.Event)),
                    Label.Of("origin", Origin.Live));
                break;
            case IncidentEvent of:
                Count(of, (IncidentState)after.All[decided.Stream]);
                break;
            case DirectiveEvent of:
                Count(of, (DirectiveState)after.All[decided.Stream]);
                break;
        }
    }

    private void Count(IncidentEvent happened, IncidentState incident)
    {
        if (OutcomeOf(happened) is { } outcome && !incident.Exercise)
        {
            _assignments.Add(1, Label.Of("outcome", outcome));
        }
        else if (StageOf(happened) is { } stage)
        {
            _fired.Add(
                1,
                Label.Of("stage", stage),
                Label.Of("kind", KindOf(happened)),
                Label.Of("origin", incident.Exercise ? Origin.Exercise : Origin.Live));
        }
    }

    private void Count(DirectiveEvent happened, DirectiveState directive)
    {
        if (happened is IClockEvent { Says: not ClockEventKind.Escalation } clock)
        {
            _fired.Add(
                1,
                Label.Of("stage", clock.Stage),
                Label.Of("kind", KindOf(happened)),
                Label.Of("origin", Origin.Of(directive)));
        }
        else if (OutcomeOf(happened) is { } outcome && Origin.Of(directive) == Origin.Live)
        {
            _directives.Add(1, Label.Of("outcome", outcome));
        }
    }

    private void Time(StateSet before, StateSet after, DateTimeOffset horizon)
    {
        foreach (var (stream, state) in after.All)
        {
            var reached = (before.All[stream], state) switch
            {
                (IncidentState was, IncidentState now) when was.Version != now.Version => StageTimes.Of(was, now),
                (DirectiveState was, DirectiveState now) when was.Version != now.Version => StageTimes.Of(was, now),
                (CallState was, CallState now) when was.Version != now.Version => StageTimes.Of(was, now, horizon),
                _ => [],
            };
            foreach (var time in reached)
                _stages.Record(Math.Max(0, time.Duration.TotalSeconds), Label.Of("stage", time.Stage), Label.Of("verdict", time.Verdict));
        }
    }

    private static string? OutcomeOf(IncidentEvent happened) => happened switch
    {
        UnitAssigned => "assigned",
        UnitCleared => "cleared",
        UnitDeclined => "declined",
        UnitCancelled => "cancelled",
        UnitDiverted => "diverted",
        _ => null,
    };

    // A report that is not final leaves the directive as it is.
    private static string? OutcomeOf(DirectiveEvent happened) => happened switch
    {
        DirectiveIssued => "issued",
        DirectiveSigned { Late: false } => "signed",
        DirectiveReported { Final: true, Late: false } => "reported",
        DirectiveRefused => "refused",
        DirectiveReturned => "returned",
        DirectiveConcluded => "concluded",
        DirectiveWithdrawn => "withdrawn",
        _ => null,
    };

    private static ClockStage? StageOf(IncidentEvent happened) => happened switch
    {
        Incidents.ClockWarning e => e.Stage,
        Incidents.ClockOverdue e => e.Stage,
        Incidents.ClockWithdrawn e => e.Stage,
        _ => null,
    };

    private static string KindOf(object happened) => happened switch
    {
        Incidents.ClockWarning or Calls.ClockWarning or Directives.ClockWarning => "warning",
        Incidents.ClockOverdue or Calls.ClockOverdue or Directives.ClockOverdue => "overdue",
        _ => "withdrawn",
    };
}
