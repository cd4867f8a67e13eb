using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Incidents;
using Tocsin.Mission;
using Tocsin.Streams;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Mission;

/// <summary>What is counted of events that became durable: each once, under words of closed sets.</summary>
public class MissionMetricsTests
{
    [Fact]
    public void Each_event_counts_once_under_its_word()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Assert.Equal(
            [
                "tocsin.assignments outcome=assigned: 1",
                "tocsin.assignments outcome=declined: 1",
                "tocsin.calls origin=historic: 1",
                "tocsin.calls origin=live: 1",
                "tocsin.calls.disposed disposition=falseReport: 1",
                "tocsin.clocks.fired stage=assign kind=overdue origin=exercise: 1",
                "tocsin.clocks.fired stage=assign kind=overdue origin=live: 1",
                "tocsin.clocks.fired stage=assign kind=warning origin=live: 1",
                "tocsin.incidents priority=2 origin=exercise: 1",
                "tocsin.incidents priority=2 origin=historic: 1",
                "tocsin.incidents priority=2 origin=live: 1",
                "tocsin.incidents.closed origin=historic: 1",
                "tocsin.stage.duration stage=answer verdict=late: 1",
                "tocsin.stage.duration stage=assign verdict=late: 1",
            ],
            Told(
                centre,
                Live,
                c => c.Do(B, Creation() with { Exercise = true }),
                c => c.Do(C, Creation(at: Centre.Start.AddDays(-2))),
                c => c.Do(C, Closure()),
                Late,
                Taken,
                Calls));
    }

    [Fact]
    public void An_exercise_counts_no_assignment_and_no_stage()
    {
        var centre = Ready(ClockDay.Every);
        var told = Told(
            centre,
            c => c.Do(C, Creation() with { Exercise = true }),
            c => c.Do(C, Assignment(One)),
            c => c.Do(C, Report(One, AssignmentStage.OnScene)),
            c => c.Do(C, Closure()));
        Assert.Equal(["tocsin.incidents priority=2 origin=exercise: 1", "tocsin.incidents.closed origin=exercise: 1"], told);
    }

    [Fact]
    public void A_directive_counts_by_what_happens_to_it()
    {
        var limited = Order with { Limits = new DirectiveClockLimits(60, null, 600, null) };
        Assert.Equal(
            [
                "tocsin.clocks.fired stage=sign kind=overdue origin=live: 1",
                "tocsin.directives outcome=concluded: 1",
                "tocsin.directives outcome=issued: 1",
                "tocsin.directives outcome=reported: 2",
                "tocsin.directives outcome=returned: 1",
                "tocsin.directives outcome=signed: 1",
                "tocsin.stage.duration stage=report verdict=in_time: 3",
                "tocsin.stage.duration stage=sign verdict=late: 1",
            ],
            Told(
                Manned(),
                c => c.Do(D, limited),
                Fire,
                c => c.Do(D, Signature()),
                c => c.Do(D, Report(final: false)),
                c => c.Do(D, Report()),
                c => c.Do(D, Return()),
                c => c.Do(D, Report()),
                c => c.Do(D, Conclusion())));
    }

    [Fact]
    public void A_directive_of_an_exercise_or_of_long_ago_counts_no_outcome_and_no_stage()
    {
        var centre = Manned();
        Done(centre.Do(C, Creation() with { Exercise = true }));
        Assert.Empty(Told(centre, c => c.Do(D, OnIncident with { IncidentId = C }), c => c.Do(D, Signature())));
        Assert.Empty(Told(Manned(), c => c.Do(D, Order with { OccurredAt = Centre.Start.AddDays(-2) }), c => c.Do(D, Signature())));
    }

    private static Decision Fire(Centre centre)
    {
        centre.Now = centre.Now.AddSeconds(65);
        return Done(centre.Do(D, FireDirectiveClocks.Instance, Actor.System));
    }

    private static Decision Live(Centre centre)
    {
        Done(centre.Do(One, new Tocsin.Units.RegisterUnit("P1", "patrol", null, [], null)));
        Done(centre.Do(One, OnDuty()));
        return Done(centre.Do(A, Creation()));
    }

    private static Decision Late(Centre centre)
    {
        centre.Now = Centre.Start.AddSeconds(45);
        Done(centre.Do(A, FireClocks.Instance, Actor.System));
        centre.Now = Centre.Start.AddSeconds(65);
        Done(centre.Do(A, FireClocks.Instance, Actor.System));
        return Done(centre.Do(B, FireClocks.Instance, Actor.System));
    }

    private static Decision Taken(Centre centre)
    {
        Done(centre.Do(A, Assignment(One)));
        return Done(centre.Do(A, Report(One, AssignmentStage.Declined)));
    }

    private static Decision Calls(Centre centre)
    {
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, null, null)));
        centre.Now = centre.In(25);
        Done(centre.Do(Ring, new AnswerCall(null)));
        Done(centre.Do(Unanswered, new ReceiveCall(null, null, Centre.Start.AddDays(-1), Centre.Start.AddDays(-1), null)));
        return Done(centre.Do(Unanswered, new DisposeCall(DispositionKind.FalseReport, null, null)));
    }

    // As the runner counts: the states before and after each append, and its events.
    private static IReadOnlyList<string> Told(Centre centre, params Func<Centre, Decision>[] story)
    {
        using var heard = new Heard();
        using var metrics = new MissionMetrics(heard);
        ICommitObserver observer = metrics;
        centre.Committed = (before, after, decision) =>
            observer.Committed(before, after, decision.Events, centre.Now - centre.HistoricAfter);
        foreach (var step in story)
            Done(step(centre));
        return heard.Lines;
    }
}
