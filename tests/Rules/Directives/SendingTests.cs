using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>A station sends units of its own on a <c>handle</c>, and what becomes of them reaches the directive.</summary>
public class SendingTests
{
    private static readonly UnitId Fourth = UnitId.Of("P4");

    [Fact]
    public void It_signs_and_sends_in_one_decision_over_directive_incident_and_units()
    {
        var centre = Told();
        centre.Now = centre.In(20);
        Assert.Equal(
            [
                $"{D.Stream} DirectiveSigned", $"{D.Stream} DirectiveSent", $"{A.Stream} UnitAssigned", $"{One.Stream} Assigned",
                $"{A.Stream} DirectiveMoved",
            ],
            Kinds(Done(centre.Do(D, Sending(One), StationActor("north")))));
        var view = centre.View(D);
        Assert.Equal((DirectiveStatus.Signed, centre.Now, centre.Now), (view.Status, view.SignedAt!.Value, view.SentAt!.Value));
        Assert.Equal((One, D), (Of(centre, A).UnitId, Of(centre, A).DirectiveId!.Value));
        Assert.Equal(A, centre.View(One).IncidentId);
        Assert.All(view.Clocks, c => Assert.Equal(ClockState.Met, c.State));
        Assert.Null(centre.View(A).UnattendedSince);

        // More may follow, and the first time stands.
        centre.Now = centre.In(20);
        Assert.Equal(
            [$"{D.Stream} DirectiveSent", $"{A.Stream} UnitAssigned", $"{Fourth.Stream} Assigned"],
            Kinds(Done(centre.Do(D, Sending(Fourth)))));
        Assert.Equal(centre.In(-20), centre.View(D).SentAt);
    }

    [Fact]
    public void Only_the_stations_own_units_go()
    {
        var centre = Told();
        Refused(RefusalCode.NotYours, centre.Do(D, Sending(Two), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(D, Sending(One, Three), Supervisor));
        Refused(RefusalCode.NotYours, centre.Do(D, Sending(Two), StationActor("south")));
        Refused(RefusalCode.UnknownReference, "unitIds", centre.Do(D, Sending(UnitId.Of("ghost"))));
        Refused(RefusalCode.NotFound, centre.Do(DirectiveId.Of("ghost"), Sending(One)));
    }

    [Fact]
    public void Who_is_busy_is_refused_as_for_assignments()
    {
        var centre = Told();
        Done(centre.Do(B, Assignment(One)));
        Assert.Equal(One, Assert.Single(Refused(RefusalCode.UnitBusy, centre.Do(D, Sending(One, Fourth))).Units).UnitId);
        var decision = Done(centre.Do(D, Sending(One, Fourth) with { Mode = AssignMode.Any }));
        Assert.Contains("\"unitId\":\"P1\"", decision.Extra, StringComparison.Ordinal);
        Assert.Equal(Fourth, Assert.Single(centre.View(A).Assignments).UnitId);
    }

    [Fact]
    public void Nobody_is_sent_on_another_kind_or_on_what_is_over()
    {
        var centre = Told();
        var other = DirectiveId.Of("dir-2");
        Done(centre.Do(other, OnIncident));
        Refused(RefusalCode.WrongStage, centre.Do(other, Sending(One)));
        Done(centre.Do(D, Withdrawal()));
        Assert.Equal("withdrawn", Refused(RefusalCode.WrongStage, centre.Do(D, Sending(One))).Stage);
    }

    [Fact]
    public void Their_first_feedback_reports_it_once()
    {
        var centre = Told();
        Done(centre.Do(D, Sending(One, Fourth)));
        var decision = Done(centre.Do(A, Feedback(One)));
        Assert.Equal([$"{A.Stream} FeedbackGiven", $"{D.Stream} DirectiveReported", $"{A.Stream} DirectiveMoved"], Kinds(decision));
        Assert.Equal((DirectiveStatus.Reported, "settled", 1), (Status(centre), centre.View(D).Outcome, centre.View(D).ReportCount));
        Assert.Empty(centre.View(D).Reports[0].Results);
        Assert.Equal([$"{A.Stream} FeedbackGiven"], Kinds(Done(centre.Do(A, Feedback(Fourth)))));

        // What was given back is waited for again.
        Later(centre);
        Done(centre.Do(D, Return()));
        Later(centre);
        Done(centre.Do(A, For(2, Feedback(Fourth))));
        Assert.Equal((DirectiveStatus.Reported, 2), (Status(centre), centre.View(D).ReportCount));
    }

    [Fact]
    public void The_feedback_of_others_says_nothing_about_it()
    {
        var centre = Told();
        Done(centre.Do(A, Assignment(Two)));
        Done(centre.Do(D, Sending(One)));
        Done(centre.Do(A, Feedback(Two)));
        Assert.Equal(DirectiveStatus.Signed, Status(centre));
    }

    [Theory]
    [InlineData(AssignmentStage.Declined)]
    [InlineData(AssignmentStage.Cancelled)]
    [InlineData(AssignmentStage.Cleared)]
    [InlineData(AssignmentStage.Diverted)]
    public void When_the_last_of_them_is_over_before_arrival_somebody_is_to_be_sent_again(AssignmentStage end)
    {
        var centre = Told();
        Done(centre.Do(D, Sending(One, Fourth)));
        centre.Now = centre.In(50);
        Done(centre.Do(A, Report(Fourth, AssignmentStage.Cancelled)));
        Assert.Equal(ClockState.Met, Send(centre).State);
        centre.Now = centre.In(50);
        var decision = Done(end == AssignmentStage.Diverted
            ? centre.Do(A, new DivertUnit(One, B, null, null))
            : centre.Do(A, Report(One, end)));
        Assert.Contains($"{D.Stream} DirectiveUnattended", Kinds(decision));
        Assert.Equal(100, ClockDay.Seconds(centre.View(A).UnattendedSince));
        Assert.Equal((ClockState.Running, 160d), (Send(centre).State, ClockDay.Seconds(Send(centre).DueAt)));
        Until(centre, 170);
        Assert.Equal(160, ClockDay.Seconds(centre.State(D.Stream).ToBoard().LateAt));
        Assert.Equal(100, ClockDay.Seconds(centre.View(A).UnattendedSince));
        Done(centre.Do(D, Sending(Fourth)));
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
        Assert.Equal((null, 0d), (centre.View(A).UnattendedSince, ClockDay.Seconds(centre.View(D).SentAt)));
    }

    [Fact]
    public void Who_arrived_or_has_company_leaves_nobody_waiting()
    {
        var arrived = Told();
        Done(arrived.Do(D, Sending(One)));
        Done(arrived.Do(A, Report(One, AssignmentStage.OnScene)));
        Assert.DoesNotContain($"{D.Stream} DirectiveUnattended", Kinds(Done(arrived.Do(A, Report(One, AssignmentStage.Cleared)))));
        Assert.Null(arrived.View(A).UnattendedSince);

        var company = Told();
        Done(company.Do(A, Assignment(Two)));
        Done(company.Do(D, Sending(One)));
        Assert.DoesNotContain($"{D.Stream} DirectiveUnattended", Kinds(Done(company.Do(A, Report(One, AssignmentStage.Cancelled)))));
    }

    [Fact]
    public void Once_it_is_reported_nobody_need_be_sent()
    {
        var centre = Told();
        Done(centre.Do(D, Sending(One)));
        Done(centre.Do(A, Feedback(One)));
        Assert.Equal(
            [$"{A.Stream} UnitCancelled", $"{One.Stream} Released"], Kinds(Done(centre.Do(A, Report(One, AssignmentStage.Cancelled)))));
        Assert.All(centre.View(D).Clocks, c => Assert.NotEqual(ClockState.Running, c.State));
        Done(centre.Do(D, Sending(Fourth)));
        Assert.Equal(DirectiveStatus.Reported, Status(centre));
    }

    private static ClockView Send(Centre centre) => centre.View(D).Clocks.Last(c => c.Stage == ClockStage.Send);

    // The station north, with P1 and P4, is told to handle incident A.
    private static Centre Told()
    {
        var centre = Manned();
        Done(centre.Do(Fourth, new Tocsin.Units.RegisterUnit("P4", "patrol", "north", [], null)));
        Done(centre.Do(Fourth, OnDuty()));
        Done(centre.Do(D, Handle));
        return centre;
    }
}
