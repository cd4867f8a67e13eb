using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.Policies;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>The clocks of a directive, by the limits that it brings.</summary>
public class DirectiveClockTests
{
    private static readonly IssueDirectives Limited = Order with { Limits = new DirectiveClockLimits(60, null, 600, 3600) };

    [Fact]
    public void Without_limits_no_clock_runs()
    {
        var centre = At(DirectiveStatus.Reported);
        Assert.Empty(centre.View(D).Clocks);
        Assert.Null(centre.State(D.Stream).DueAt);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Sign_is_met_by_the_signature(int seconds, bool late)
    {
        var centre = Issued();
        Until(centre, seconds);
        Done(centre.Do(D, Signature(Centre.Start.AddSeconds(seconds))));
        Until(centre, seconds + 5);
        var clock = Clock(centre, ClockStage.Sign);
        Assert.Equal((ClockState.Met, late), (clock.State, clock.OverdueAt is not null));
        Assert.Equal(late, centre.Journal.Any(e => e.Event is Tocsin.Directives.ClockOverdue { Stage: ClockStage.Sign })
            && !centre.Journal.Any(e => e.Event is Tocsin.Directives.ClockWithdrawn));
    }

    [Fact]
    public void Nobody_signs_and_it_stands_among_what_is_late()
    {
        var centre = Issued();
        Until(centre, 59);
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
        Until(centre, 61);
        var board = centre.State(D.Stream).ToBoard();
        Assert.Equal(Centre.Start.AddSeconds(60), board.LateAt);
        var row = new BoardRow(D.Stream, 2, new byte[32], new JournalPosition(1), board);
        var late = Assert.Single(StreamDefinitions.Catalogue.Of(D.Stream).Late!(row));
        Assert.Equal(
            (OverdueKind.Overdue, ClockStage.Sign, D, "north"),
            (late.Item.Kind, late.Item.Stage!.Value, late.Item.DirectiveId!.Value, late.OwnStation));
        Assert.True(late.Concerns("north"));
        Assert.False(late.Concerns("south"));
    }

    [Fact]
    public void A_late_word_shows_that_it_was_signed_in_time()
    {
        var centre = Issued();
        Until(centre, 90);
        var decision = Done(centre.Do(D, Signature(Centre.Start.AddSeconds(55))));
        Assert.Equal(["DirectiveSigned", "ClockWithdrawn"], Events(decision));
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
    }

    [Fact]
    public void Report_runs_from_the_signature_and_again_after_a_report_that_is_not_final()
    {
        var centre = Issued();
        Until(centre, 10);
        Done(centre.Do(D, Signature()));
        Assert.Equal(610, ClockDay.Seconds(Clock(centre, ClockStage.Report).DueAt));
        Until(centre, 100);
        Done(centre.Do(D, Report(final: false, nextAt: Centre.Start.AddSeconds(300.5))));
        var clocks = centre.View(D).Clocks.Where(c => c.Stage == ClockStage.Report).ToList();
        Assert.Equal([(100d, 610d), (null, 301d)], clocks.Select(c => (ClockDay.Seconds(c.MetAt), ClockDay.Seconds(c.DueAt)!.Value)));
        Until(centre, 310);
        Assert.Equal(301, ClockDay.Seconds(centre.State(D.Stream).ToBoard().LateAt));
        Done(centre.Do(D, Report()));
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
        Assert.Equal(2, centre.View(D).Clocks.Count(c => c.Stage == ClockStage.Report));
    }

    [Fact]
    public void A_report_of_before_does_not_stand_for_the_one_that_is_due()
    {
        var centre = Issued();
        Until(centre, 10);
        Done(centre.Do(D, Signature()));
        Until(centre, 100);
        Done(centre.Do(D, Report("seen", final: false, nextAt: Centre.Start.AddSeconds(300))));
        Until(centre, 310);
        Assert.Equal(300, ClockDay.Seconds(centre.State(D.Stream).ToBoard().LateAt));
        var decision = Done(centre.Do(
            D, Report("on the way", final: false, nextAt: Centre.Start.AddSeconds(90), at: Centre.Start.AddSeconds(50))));
        Assert.Equal(["DirectiveReported"], Events(decision));
        Assert.Equal(300, ClockDay.Seconds(centre.State(D.Stream).ToBoard().LateAt));
        var clocks = centre.View(D).Clocks.Where(c => c.Stage == ClockStage.Report).ToList();
        Assert.Equal([(50d, 610d), (null, 300d)], clocks.Select(c => (ClockDay.Seconds(c.MetAt), ClockDay.Seconds(c.DueAt)!.Value)));
        Assert.Equal(("seen", 300d), (centre.View(D).Outcome, ClockDay.Seconds(centre.View(D).NextAt)));
    }

    [Fact]
    public void A_report_that_arrives_behind_a_later_one_shows_that_it_was_given_in_time()
    {
        var centre = Issued();
        Until(centre, 10);
        Done(centre.Do(D, Signature()));
        Until(centre, 700);
        Done(centre.Do(D, Report(final: false)));
        Assert.Equal(610, ClockDay.Seconds(centre.View(D).Clocks.First(c => c.Stage == ClockStage.Report).OverdueAt));
        var decision = Done(centre.Do(D, Report(final: false, at: Centre.Start.AddSeconds(500))));
        Assert.Equal(["DirectiveReported", "ClockWithdrawn"], Events(decision));
        Assert.Null(centre.View(D).Clocks.First(c => c.Stage == ClockStage.Report).OverdueAt);
    }

    [Fact]
    public void Finish_is_met_by_the_conclusion()
    {
        var centre = At(DirectiveStatus.Concluded, Limited);
        var finish = Clock(centre, ClockStage.Finish);
        Assert.Equal((ClockState.Met, 3600d), (finish.State, ClockDay.Seconds(finish.DueAt)));
        Assert.Null(centre.State(D.Stream).DueAt);
    }

    [Fact]
    public void What_is_withdrawn_is_waited_for_no_longer()
    {
        var centre = At(DirectiveStatus.Withdrawn, Limited with { Limits = new DirectiveClockLimits(600, null, null, 3600) });
        Assert.All(centre.View(D).Clocks, c => Assert.Equal((ClockState.Void, (DateTimeOffset?)null), (c.State, c.OverdueAt)));
        Assert.Null(centre.State(D.Stream).DueAt);
    }

    [Fact]
    public void What_lies_far_back_is_silent()
    {
        var centre = Manned();
        Done(centre.Do(D, Limited with { OccurredAt = centre.In(-7200) }));
        Assert.All(centre.View(D).Clocks, c => Assert.True(c.Silent));
        Assert.Null(centre.State(D.Stream).DueAt);
        var shown = StreamDefinitions.Catalogue.Of(D.Stream).ViewAt!(centre.State(D.Stream).ToBoard().View, centre.Now);
        Assert.Contains("\"overdueAt\":\"2026-03-01T06:01:00.000Z\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_out_ends_by_itself()
    {
        var centre = Manned();
        Done(centre.Do(D, Limited with { Kind = DirectiveKinds.LookOut, ValidUntil = centre.In(30), Limits = new(60, null, null, null) }));
        Nothing(centre.Do(D, FireDirectiveClocks.Instance));
        Until(centre, 100);
        var view = centre.View(D);
        Assert.Equal((DirectiveStatus.Concluded, DirectiveKinds.Expired, 30d), (view.Status, view.Outcome, ClockDay.Seconds(view.OverAt)));
        Assert.Equal(ClockState.Void, Assert.Single(view.Clocks).State);
        var own = centre.Journal.Where(e => e.Stream == D.Stream);
        Assert.Equal(["DirectiveIssued", "DirectiveConcluded"], own.Select(e => EventCodec.Kind(e.Event)));
    }

    [Fact]
    public void One_that_nobody_fired_in_time_ends_at_its_time_and_is_not_late()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { Kind = DirectiveKinds.LookOut, ValidUntil = centre.In(30), Limits = new(60, null, null, null) }));
        centre.Now = centre.In(500);
        Assert.Equal(["DirectiveConcluded"], Events(Done(centre.Do(D, FireDirectiveClocks.Instance))));
    }

    [Fact]
    public void The_policy_limits_what_the_directive_does_not()
    {
        var centre = Manned();
        centre.Timing = Presets.CountyDirectives;
        Done(centre.Do(D, Order with { Kind = "dissuade", Limits = new DirectiveClockLimits(10, null, null, null) }));
        Done(centre.Do(D, Signature()));
        Assert.Equal(10, ClockDay.Seconds(Clock(centre, ClockStage.Sign).DueAt));
        Assert.Equal(1200, ClockDay.Seconds(Clock(centre, ClockStage.Report).DueAt));
        Assert.DoesNotContain(centre.View(D).Clocks, c => c.Stage == ClockStage.Finish);
        var other = DirectiveId.Of("dir-2");
        Done(centre.Do(other, Order with { Kind = "anything" }));
        Assert.Empty(centre.View(other).Clocks);
    }

    [Fact]
    public void A_row_for_its_kind_wins_and_its_warning_is_given()
    {
        var centre = Manned();
        centre.Timing = Presets.City110 with
        {
            Limits =
            [
                new TimingLimit(ClockStage.Sign, null, null, null, 50, null, []),
                new TimingLimit(ClockStage.Sign, null, null, null, 60, 40, []) { Directive = "verify" },
            ],
        };
        Done(centre.Do(D, Order));
        Until(centre, 45);
        var sign = Clock(centre, ClockStage.Sign);
        Assert.Equal((60d, 40d), (ClockDay.Seconds(sign.DueAt), ClockDay.Seconds(sign.WarnAt)));
        Assert.IsType<Tocsin.Directives.ClockWarning>(centre.Journal[^1].Event);
    }

    [Fact]
    public void What_nobody_takes_climbs_and_stops_where_it_is_taken()
    {
        var centre = Issued();
        Until(centre, 60);
        Assert.Equal(EscalationLevel.Station, Clock(centre, ClockStage.Sign).Level);
        Refused(RefusalCode.WrongStage, centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Supervisor), Supervisor));
        Refused(RefusalCode.NotYours, centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Station), StationActor("south")));
        Until(centre, 121);
        Assert.Equal(EscalationLevel.Supervisor, Clock(centre, ClockStage.Sign).Level);
        Refused(RefusalCode.Forbidden, centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Supervisor), StationActor("north")));
        Refused(RefusalCode.Forbidden, centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Supervisor)));
        Done(centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Station), StationActor("north")));
        Nothing(centre.Do(D, new TakeDirectiveEscalation(EscalationLevel.Supervisor), Supervisor));
        Until(centre, 1000);
        Assert.Equal(("desk", EscalationLevel.Supervisor), (Clock(centre, ClockStage.Sign).TakenBy, Clock(centre, ClockStage.Sign).Level));
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData(30, 30)]
    public void Report_runs_again_from_the_return(int? limit, int due)
    {
        var centre = At(DirectiveStatus.Reported, Limited with { Limits = new DirectiveClockLimits(null, null, 600, null) });
        var at = centre.Now;
        Done(centre.Do(D, Return(limit)));
        var report = Clock(centre, ClockStage.Report);
        Assert.Equal((at.AddSeconds(due), ClockState.Running), (report.DueAt, report.State));
        Later(centre);
        Done(centre.Do(D, Report()));
        Assert.All(centre.View(D).Clocks, c => Assert.Equal(ClockState.Met, c.State));
    }

    [Fact]
    public void Finish_is_void_once_it_is_refused_also_when_it_is_concluded_then()
    {
        var centre = At(DirectiveStatus.Refused, Limited);
        Done(centre.Do(D, Conclusion(), Supervisor));
        Assert.All(centre.View(D).Clocks, c => Assert.Equal(ClockState.Void, c.State));
    }

    [Fact]
    public void What_came_back_stands_among_what_is_late_until_it_is_dealt_with()
    {
        var refused = At(DirectiveStatus.Refused);
        Assert.Equal([OverdueKind.Refused], LateKinds(refused));
        Done(refused.Do(D, Conclusion(), Supervisor));
        Assert.Empty(LateKinds(refused));

        var returned = At(DirectiveStatus.Reported);
        Assert.Empty(LateKinds(returned));
        Done(returned.Do(D, Return()));
        Assert.Equal([OverdueKind.Returned], LateKinds(returned));
        Later(returned);
        Done(returned.Do(D, Report(final: false)));
        Assert.Equal([OverdueKind.Returned], LateKinds(returned));
        Done(returned.Do(D, Report()));
        Assert.Empty(LateKinds(returned));

        var hit = Manned();
        Done(hit.Do(D, Order with { Kind = DirectiveKinds.LookOut, ValidUntil = hit.In(600) }));
        Done(hit.Do(D, Report(DirectiveKinds.Hit) with { Place = new(36.5, 113, null) }));
        Assert.Equal([OverdueKind.Hit], LateKinds(hit));
        Done(hit.Do(D, Conclusion()));
        Assert.Empty(LateKinds(hit));
    }

    [Fact]
    public void What_came_back_long_ago_alarms_nobody()
    {
        var centre = At(DirectiveStatus.Issued, Order with { OccurredAt = Centre.Start.AddHours(-3) });
        Done(centre.Do(D, Refusal() with { OccurredAt = Centre.Start.AddHours(-2) }));
        Assert.Empty(LateKinds(centre));
    }

    private static OverdueKind[] LateKinds(Centre centre)
    {
        var row = new BoardRow(D.Stream, 2, new byte[32], new JournalPosition(1), centre.State(D.Stream).ToBoard());
        return [.. StreamDefinitions.Catalogue.Of(D.Stream).Late!(row).Select(l => l.Item.Kind)];
    }

    private static Centre Issued()
    {
        var centre = Manned();
        Done(centre.Do(D, Limited));
        return centre;
    }

    private static ClockView Clock(Centre centre, ClockStage stage) => centre.View(D).Clocks.Last(c => c.Stage == stage);
}
