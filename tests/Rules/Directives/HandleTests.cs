using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>A <c>handle</c> stands for an assignment on its incident, and hides it no longer than its limits allow.</summary>
public class HandleTests
{
    private static readonly DirectiveId Other = DirectiveId.Of("dir-2");

    [Fact]
    public void It_counts_as_an_assignment_and_meets_the_clock()
    {
        var centre = Limited();
        Assert.Equal((IncidentStatus.Received, 0d), Shown(centre));
        centre.Now = centre.In(20);
        Done(centre.Do(D, Handle));
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
        Assert.Equal((ClockState.Met, 20d), (Assign(centre).State, ClockDay.Seconds(Assign(centre).MetAt)));
        Assert.Empty(centre.View(A).Assignments);
    }

    [Fact]
    public void It_goes_to_a_station_or_a_body_that_signs_in_here()
    {
        var centre = Limited();
        var (body, external) = (StationId.Of("fraud"), StationId.Of("railway"));
        Done(centre.Do(body, Body(external: false)));
        Done(centre.Do(external, Body(external: true)));
        Refused(RefusalCode.UnknownReference, "to[0]", centre.Do(D, Handle with { To = [ToUnit] }));
        Refused(RefusalCode.UnknownReference, "to[0]", centre.Do(D, Handle with { To = [new DirectiveTo(null, null, "li")] }));
        Refused(
            RefusalCode.UnknownReference, "to[1]", centre.Do(D, Handle with { To = [ToNorth, new DirectiveTo(external, null, null)] }));
        Refused(RefusalCode.Invalid, "incidentId", centre.Do(D, Handle with { IncidentId = null }));
        Done(centre.Do(D, Handle with { To = [ToNorth, new DirectiveTo(body, null, null)] }));

        static RegisterBody Body(bool external) => new(
            new RetireStation(new RegisterStation("Fraud", null, null, null), null, default), StationKind.Body, external, null, default);
    }

    [Theory]
    [InlineData(901, 60, "limits.sign")]
    [InlineData(30, 901, "limits.send")]
    public void It_is_signed_for_and_sent_on_within_a_quarter_of_an_hour(int sign, int send, string field) => Refused(
        RefusalCode.Invalid, field, Limited().Do(D, Handle with { Limits = new DirectiveClockLimits(sign, send, null, null) }));

    [Fact]
    public void It_always_has_limits()
    {
        Assert.Equal((30d, 60d), Limits(null, null));
        Assert.Equal((20d, 60d), Limits(new DirectiveClockLimits(20, null, null, null), null));
        Assert.Equal((30d, 50d), Limits(null, Rows((ClockStage.Send, 50))));
        Assert.Equal(
            (900d, 40d), Limits(new DirectiveClockLimits(null, 40, null, null), Rows((ClockStage.Sign, 3600), (ClockStage.Send, 50))));
        Assert.Equal((900d, 900d), Limits(new DirectiveClockLimits(900, 900, null, null), null));

        static (double Sign, double Send) Limits(DirectiveClockLimits? own, TimingPolicy? policy)
        {
            var centre = Manned();
            centre.Timing = policy;
            Done(centre.Do(C, Creation()));
            centre.Timing = null;
            Done(centre.Do(D, Handle with { IncidentId = C, Limits = own }));
            Done(centre.Do(D, Signature()));
            var clocks = centre.View(D).Clocks;
            return (Of(ClockStage.Sign), Of(ClockStage.Send));

            double Of(ClockStage stage) => ClockDay.Seconds(Assert.Single(clocks, c => c.Stage == stage).DueAt)!.Value;
        }

        static TimingPolicy Rows(params (ClockStage Stage, int Seconds)[] rows) => new(
            "p",
            1,
            [.. rows.Select(r => new TimingLimit(r.Stage, null, null, null, r.Seconds, null, []) { Directive = DirectiveKinds.Handle })],
            EscalationPlan.Default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Once_it_is_overdue_it_hides_nothing(bool isSignedFor)
    {
        var centre = Limited();
        centre.Now = centre.In(20);
        Done(centre.Do(D, Handle));
        var overdue = 50;
        if (isSignedFor)
        {
            centre.Now = centre.In(10);
            Done(centre.Do(D, Signature()));
            overdue = 90;
        }

        UntilBoth(centre, overdue - 1);
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
        UntilBoth(centre, overdue + 10);
        Assert.Equal((IncidentStatus.Received, 20d), Shown(centre));
        Assert.Equal((ClockState.Running, (double)overdue), (Assign(centre).State, ClockDay.Seconds(Assign(centre).StartedAt)));

        // The incident says it with the very event that fires the clock.
        var fired = centre.Journal.FindIndex(e => e.Event is Tocsin.Directives.ClockOverdue);
        Assert.Contains(centre.Journal.Skip(fired).Take(3), e => e.Event is DirectiveMoved { OverdueSince: not null, Late: true });
    }

    [Fact]
    public void A_signature_in_time_hides_it_again_and_a_late_one_does_not()
    {
        var late = Limited();
        Done(late.Do(D, Handle));
        UntilBoth(late, 40);
        Done(late.Do(D, Signature()));
        Assert.Equal((IncidentStatus.Received, 0d), Shown(late));
        Done(late.Do(D, Sending(One)));
        Assert.Equal((IncidentStatus.Assigned, null), Shown(late));
        Assert.Equal((30d, 40d), (ClockDay.Seconds(Assign(late).StartedAt), ClockDay.Seconds(Assign(late).MetAt)));

        var inTime = Limited();
        Done(inTime.Do(D, Handle));
        UntilBoth(inTime, 40);
        var decision = Done(inTime.Do(D, Signature(Centre.Start.AddSeconds(25))));
        Assert.Contains(decision.Events, e => e.Event is Tocsin.Directives.ClockWithdrawn { Stage: ClockStage.Sign });
        Assert.Equal((IncidentStatus.Assigned, null), Shown(inTime));
        Assert.Equal((ClockState.Met, 30d), (Assign(inTime).State, ClockDay.Seconds(Assign(inTime).MetAt)));

        // A unit that is sent hours later says nothing about that.
        inTime.Now = Centre.Start.AddSeconds(60);
        Done(inTime.Do(A, Assignment(Two)));
        Assert.Null(Assign(inTime).OverdueAt);
    }

    [Fact]
    public void What_the_incident_said_to_be_overdue_meanwhile_is_withdrawn_with_it()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        UntilBoth(centre, 100);
        Assert.Equal(90, ClockDay.Seconds(Assign(centre).OverdueAt));
        var decision = Done(centre.Do(D, Signature(Centre.Start.AddSeconds(25))));
        Assert.Contains(decision.Events, e => e.Event is Tocsin.Incidents.ClockWithdrawn { Stage: ClockStage.Assign });
        Assert.Null(Assign(centre).OverdueAt);

        // Signed for so early, it should have been sent on long ago.
        UntilBoth(centre, 100);
        Assert.Equal(0, Shown(centre).Since);
        Assert.Equal(85, ClockDay.Seconds(Assign(centre).StartedAt));
    }

    [Fact]
    public void A_sending_in_time_withdraws_what_was_said_too()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        centre.Now = centre.In(10);
        Done(centre.Do(D, Signature()));
        UntilBoth(centre, 135);
        Assert.Equal((0d, 130d), (Shown(centre).Since, ClockDay.Seconds(Assign(centre).OverdueAt)));
        var decision = Done(centre.Do(D, Sending(One) with { OccurredAt = Centre.Start.AddSeconds(60) }));
        Assert.Contains(decision.Events, e => e.Event is Tocsin.Directives.ClockWithdrawn { Stage: ClockStage.Send });
        Assert.Contains(decision.Events, e => e.Event is Tocsin.Incidents.ClockWithdrawn { Stage: ClockStage.Assign });
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
        Assert.All(centre.View(A).Clocks, c => Assert.False(c.Suspect));
    }

    [Theory]
    [InlineData(DirectiveStatus.Refused)]
    [InlineData(DirectiveStatus.Withdrawn)]
    public void Refused_or_withdrawn_it_stands_for_nobody(DirectiveStatus end)
    {
        var centre = Limited();
        centre.Now = centre.In(20);
        Done(centre.Do(D, Handle));
        centre.Now = centre.In(15);
        Done(centre.Do(D, end == DirectiveStatus.Refused ? Refusal() : Withdrawal()));
        Assert.Equal((IncidentStatus.Received, 20d), Shown(centre));
        Assert.Equal((ClockState.Running, 35d), (Assign(centre).State, ClockDay.Seconds(Assign(centre).StartedAt)));
        Done(centre.Do(Other, Handle));
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
        Assert.All(centre.View(A).Clocks.Where(c => c.Stage == ClockStage.Assign), c => Assert.Equal(ClockState.Met, c.State));
    }

    [Fact]
    public void Another_that_stands_there_hides_it_still()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        Done(centre.Do(Other, Handle));
        Done(centre.Do(D, Refusal()));
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
        Assert.Single(centre.View(A).Clocks, c => c.Stage == ClockStage.Assign);
        Done(centre.Do(A, Assignment(Three)));
        Done(centre.Do(Other, Refusal()));
        Assert.Equal((IncidentStatus.Assigned, null), Shown(centre));
    }

    [Fact]
    public void After_an_assignment_that_arrived_it_asks_for_somebody_again()
    {
        var centre = Limited();
        Done(centre.Do(A, Assignment(Three)));
        Done(centre.Do(A, Report(Three, AssignmentStage.OnScene)));
        Done(centre.Do(A, Report(Three, AssignmentStage.Cleared)));
        Assert.Null(Shown(centre).Since);
        centre.Now = centre.In(10);
        Done(centre.Do(D, Handle));
        Done(centre.Do(D, Withdrawal()));
        Assert.Equal(10, Shown(centre).Since);
    }

    [Fact]
    public void One_of_long_ago_hides_nothing_although_its_clocks_are_silent()
    {
        var centre = Limited();
        Done(centre.Do(C, Creation(at: centre.In(-8000))));
        Done(centre.Do(D, Handle with { IncidentId = C, OccurredAt = centre.In(-7200) }));
        Assert.Equal(centre.In(-7200), centre.View(C).UnattendedSince);
        Done(centre.Do(D, Signature(centre.In(-7190))));
        Assert.Equal(centre.In(-7200), centre.View(C).UnattendedSince);
        Done(centre.Do(D, Sending(One) with { OccurredAt = centre.In(-7150) }));
        Assert.Null(centre.View(C).UnattendedSince);
    }

    [Fact]
    public void The_closure_concludes_it_and_leaves_the_others()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        Done(centre.Do(Other, OnIncident));
        var decision = Done(centre.Do(A, Closure()));
        Assert.Equal(
            [$"{A.Stream} IncidentClosed", $"{D.Stream} DirectiveConcluded", $"{A.Stream} DirectiveMoved"], Kinds(decision));
        Assert.Equal((DirectiveStatus.Concluded, "handled"), (centre.View(D).Status, centre.View(D).Outcome));
        Assert.Equal(DirectiveStatus.Issued, centre.View(Other).Status);
        Refused(RefusalCode.IncidentClosed, centre.Do(DirectiveId.Of("dir-3"), Handle));
        Done(centre.Do(A, new ReopenIncident("why", null)));
        Assert.Equal((IncidentStatus.Received, ClockDay.Seconds(centre.Now)), Shown(centre));
    }

    [Fact]
    public void The_stations_own_final_report_is_its_feedback()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        Done(centre.Do(D, Report("on the way", final: false)));
        Assert.Empty(centre.View(A).Feedback);
        Assert.Equal(DirectiveStatus.Signed, Status(centre));
        Done(centre.Do(D, Report("settled") with { Results = new Dictionary<string, double> { ["found"] = 1 } }));
        var given = Assert.Single(centre.View(A).Feedback);
        Assert.Equal(("settled", "north", null), (given.Outcome, given.Station, given.UnitId));
        Assert.Equal(1, given.Results["found"]);
        Assert.Equal((IncidentStatus.Reported, null), Shown(centre));
        Assert.Equal(ClockState.Void, Assert.Single(centre.View(D).Clocks, c => c.Stage == ClockStage.Send).State);
    }

    [Fact]
    public void And_its_own_feedback_on_the_incident_reports_it()
    {
        var centre = Limited();
        Done(centre.Do(D, Handle));
        var own = new GiveOwnFeedback("settled", null, new Dictionary<string, double>(), null);
        Done(centre.Do(A, own));
        Assert.Equal(DirectiveStatus.Issued, Status(centre));
        Done(centre.Do(A, own, StationActor("north")));
        Assert.Equal((DirectiveStatus.Reported, "settled"), (Status(centre), centre.View(D).Outcome));
        Assert.Equal(2, centre.View(A).Feedback.Count);
    }

    private static (IncidentStatus Status, double? Since) Shown(Centre centre) =>
        (centre.View(A).Status, ClockDay.Seconds(centre.View(A).UnattendedSince));

    private static ClockView Assign(Centre centre) => centre.View(A).Clocks.Last(c => c.Stage == ClockStage.Assign);

    // Incident A under a policy that wants somebody assigned within a minute.
    private static Centre Limited()
    {
        var centre = Ready(new TimingPolicy(
            "p", 1, [new TimingLimit(ClockStage.Assign, null, null, null, 60, null, [])], EscalationPlan.Default));
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        return centre;
    }

    // The clocks of the directive and of its incident, in the order in which they are due.
    private static void UntilBoth(Centre centre, double seconds)
    {
        var end = Centre.Start.AddSeconds(seconds);
        while (Next() is { } next)
        {
            centre.Now = next.Due > centre.Now ? next.Due : centre.Now;
            Done(next.OfIncident
                ? centre.Do(A, FireClocks.Instance, Actor.System)
                : centre.Do(D, FireDirectiveClocks.Instance, Actor.System));
        }

        centre.Now = end;

        (DateTimeOffset Due, bool OfIncident)? Next()
        {
            var (incident, directive) = (centre.State(A.Stream).DueAt, centre.State(D.Stream).DueAt);
            var first = directive is null || incident < directive ? incident : directive;
            return first <= end ? (first.Value, first != directive) : null;
        }
    }
}
