using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>Directives that hang on an incident or a call: two sides, what may be issued, and who sees the incident by it.</summary>
public class AttachingTests
{
    private static readonly DirectiveId Other = DirectiveId.Of("dir-2");

    private static readonly DirectiveTo ToBody = new(StationId.Of("antifraud"), null, null);

    [Fact]
    public void Each_directive_has_its_other_side_on_the_incident_in_the_same_decision()
    {
        var centre = Manned();
        var decision = Done(centre.Do(D, OnIncident with { To = [ToNorth, ToUnit] }));
        Assert.Equal(
            [
                $"{D.Stream} DirectiveIssued", $"{D.InGroup(1).Stream} DirectiveIssued",
                $"{A.Stream} DirectiveAttached", $"{A.Stream} DirectiveAttached",
            ],
            Kinds(decision));
        Assert.Equal((A, null), (centre.View(D).IncidentId!.Value, centre.View(D).CallId));
        Assert.Equal(
            [
                new AttachedDirective(D.InGroup(1), "verify", ToUnit, DirectiveStatus.Issued, false),
                new AttachedDirective(D, "verify", ToNorth, DirectiveStatus.Issued, false),
            ],
            Shown(centre));
    }

    [Fact]
    public void A_call_is_told_of_the_issue_alone()
    {
        var centre = Manned();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Assert.Equal(
            [$"{D.Stream} DirectiveIssued", $"{Ring.Stream} DirectiveAttached"],
            Kinds(Done(centre.Do(D, Order with { CallId = Ring }))));
        Assert.Equal([$"{D.Stream} DirectiveSigned"], Kinds(Done(centre.Do(D, Signature()))));
        Assert.Equal(Ring, centre.View(D).CallId);
    }

    [Fact]
    public void The_incident_follows_each_status()
    {
        var centre = Manned();
        Done(centre.Do(D, OnIncident));
        Moves(Signature(), DirectiveStatus.Signed);
        Moves(Report(final: false), null);
        Moves(Report(), DirectiveStatus.Reported);
        Moves(Return(), DirectiveStatus.Signed, late: true);
        Moves(Report(), DirectiveStatus.Reported);
        Moves(Conclusion(), DirectiveStatus.Concluded);
        Assert.Equal(centre.View(D).OverAt, centre.State(A).Directives[0].OverAt);
        Done(centre.Do(Other, OnIncident));
        var withdrawn = Done(centre.Do(Other, new GroupWithdrawal(new WithdrawDirectiveGroup("settled", null), 1)));
        Assert.Equal([$"{Other.Stream} DirectiveWithdrawn", $"{A.Stream} DirectiveMoved"], Kinds(withdrawn));

        void Moves(DirectiveCommand command, DirectiveStatus? status, bool late = false)
        {
            Later(centre);
            var moved = Done(centre.Do(D, command)).Events.Select(e => e.Event).OfType<DirectiveMoved>().ToList();
            Assert.Equal(status is { } to ? [new DirectiveMoved(D, to, late)] : [], moved);
        }
    }

    [Fact]
    public void What_becomes_late_and_what_is_late_no_more_is_told_with_it()
    {
        var centre = Manned();
        Done(centre.Do(D, OnIncident));
        Until(centre, 61);
        Assert.Equal((DirectiveStatus.Issued, true), (Shown(centre)[0].Status, Shown(centre)[0].Late));
        Assert.Equal(Centre.Start.AddSeconds(60), centre.Journal.Last(e => e.Event is DirectiveMoved).OccurredAt);

        // Signed for in time, as it turns out: it was never late.
        Done(centre.Do(D, Signature(Centre.Start.AddSeconds(50))));
        Assert.Equal((DirectiveStatus.Signed, false), (Shown(centre)[0].Status, Shown(centre)[0].Late));
        Assert.Contains(centre.Journal, e => e.Event is Tocsin.Directives.ClockWithdrawn);
    }

    [Fact]
    public void A_refused_one_is_late_until_another_replaces_it()
    {
        var centre = Manned();
        Done(centre.Do(D, OnIncident));
        Done(centre.Do(D, Refusal()));
        Assert.True(Shown(centre)[0].Late);
        Refused(RefusalCode.WrongStage, centre.Do(Other, Order with { Replaces = D }));
        Refused(RefusalCode.WrongStage, centre.Do(Other, Order with { Replaces = D, IncidentId = B }));
        var decision = Done(centre.Do(Other, OnIncident with { Replaces = D }));
        Assert.Equal(
            [
                $"{Other.Stream} DirectiveIssued", $"{A.Stream} DirectiveAttached", $"{D.Stream} DirectiveReplaced",
                $"{A.Stream} DirectiveMoved",
            ],
            Kinds(decision));
        Assert.Equal([(Other, false), (D, false)], Shown(centre).Select(d => (d.Id, d.Late)));
    }

    [Fact]
    public void A_look_out_that_ends_by_itself_moves_too()
    {
        var centre = Manned();
        Done(centre.Do(D, OnIncident with { Kind = DirectiveKinds.LookOut, ValidUntil = centre.In(30), Limits = null }));
        Until(centre, 31);
        Assert.Equal((DirectiveStatus.Concluded, false), (Shown(centre)[0].Status, Shown(centre)[0].Late));
        Assert.Equal(Centre.Start.AddSeconds(30), centre.State(A).Directives[0].OverAt);
    }

    [Fact]
    public void It_must_exist()
    {
        var centre = Manned();
        Refused(RefusalCode.UnknownReference, "incidentId", centre.Do(D, Order with { IncidentId = IncidentId.Of("ghost") }));
        Refused(RefusalCode.UnknownReference, "callId", centre.Do(D, Order with { CallId = CallId.Of("ghost") }));
    }

    [Theory]
    [InlineData("verify", true)]
    [InlineData("rectify", true)]
    [InlineData("supervise", true)]
    [InlineData("complete", true)]
    [InlineData("followUp", true)]
    [InlineData("handle", false)]
    [InlineData("lookOut", false)]
    [InlineData("assist", false)]
    public void A_closed_incident_takes_what_needs_nobody_to_go_there(string kind, bool good)
    {
        var centre = Manned();
        Done(centre.Do(A, Closure()));
        var decision = centre.Do(
            D, OnIncident with { Kind = kind, ValidUntil = centre.In(60), NextAt = centre.In(60), Fields = ["place"] });
        if (good)
            Done(decision);
        else
            Refused(RefusalCode.IncidentClosed, decision);
    }

    [Fact]
    public void An_incident_has_a_hundred_open_ones_at_most()
    {
        var centre = Manned();
        var fifty = Enumerable.Range(0, 50).Select(i => new DirectiveTo(null, null, $"s{i}")).ToList();
        Done(centre.Do(D, OnIncident with { To = fifty }));
        Done(centre.Do(Other, OnIncident with { To = fifty }));
        var third = DirectiveId.Of("dir-3");
        Refused(RefusalCode.LimitReached, centre.Do(third, OnIncident));
        Done(centre.Do(third, OnIncident with { IncidentId = B }));
        Done(centre.Do(Other, Withdrawal()));
        Refused(RefusalCode.LimitReached, centre.Do(DirectiveId.Of("dir-4"), OnIncident with { To = [ToNorth, ToUnit] }));
        Done(centre.Do(DirectiveId.Of("dir-4"), OnIncident));
        Assert.Equal(100, Shown(centre).Count(d => d.Status == DirectiveStatus.Issued));
    }

    [Fact]
    public void It_shows_those_that_are_open_and_the_newest_of_the_others()
    {
        var centre = Manned();
        Done(centre.Do(Other, OnIncident));
        for (var i = 0; i < 22; i++)
        {
            Done(centre.Do(DirectiveId.Of($"x{i}"), OnIncident));
            Done(centre.Do(DirectiveId.Of($"x{i}"), Withdrawal()));
        }

        Assert.Equal(["dir-2", .. Enumerable.Range(2, 20).Reverse().Select(i => $"x{i}")], Shown(centre).Select(d => d.Id.Value));
    }

    [Fact]
    public void Exercise_and_limits_follow_the_incident()
    {
        var centre = Manned();
        var policy = new TimingPolicy(
            "p",
            1,
            [new TimingLimit(ClockStage.Sign, null, null, null, 40, null, []) { Directive = "verify" }],
            new EscalationPlan(5, 6, 7));
        centre.Timing = policy;
        Done(centre.Do(C, Creation() with { Exercise = true }));
        centre.Timing = null;
        Done(centre.Do(D, Order with { IncidentId = C }));
        Assert.True(centre.View(D).Exercise);
        Assert.Equal(40, Assert.Single(((DirectiveState)centre.State(D.Stream)).Clocks).LimitSeconds);
        Assert.Equal(policy.Escalation, ((DirectiveState)centre.State(D.Stream)).Escalation);
        centre.Timing = policy;
        Done(centre.Do(Other, Order with { IncidentId = A }));
        Assert.Empty(centre.View(Other).Clocks);
        Assert.False(centre.View(Other).Exercise);
    }

    [Fact]
    public void A_directive_on_a_call_of_an_exercise_is_one()
    {
        var centre = Manned();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Done(centre.Do(C, Creation() with { Exercise = true, CallId = Ring }));
        Done(centre.Do(D, Order with { CallId = Ring }));
        Assert.True(centre.View(D).Exercise);
    }

    [Fact]
    public void A_follow_up_is_reported_on_at_the_time_that_it_names_signed_for_or_not()
    {
        var centre = Manned();
        var order = OnIncident with { Kind = DirectiveKinds.FollowUp, Limits = new DirectiveClockLimits(null, null, null, 3600) };
        Refused(RefusalCode.Invalid, "nextAt", centre.Do(D, order));
        Refused(RefusalCode.Invalid, "nextAt", centre.Do(D, order with { NextAt = centre.Now }));
        Done(centre.Do(D, order with { NextAt = centre.In(100) }));
        Assert.Equal(
            [(ClockStage.Finish, centre.In(3600)), (ClockStage.Report, centre.In(100))],
            centre.View(D).Clocks.Select(c => (c.Stage, c.DueAt)));
        Done(centre.Do(D, Signature()));
        Assert.Equal(2, centre.View(D).Clocks.Count);
        Until(centre, 101);
        Assert.True(Shown(centre)[0].Late);
        Refused(RefusalCode.Invalid, "nextAt", centre.Do(D, Report(final: false)));
        Done(centre.Do(D, Report(final: false, nextAt: centre.In(200))));
        Assert.Equal((DirectiveStatus.Signed, false), (Shown(centre)[0].Status, Shown(centre)[0].Late));
        Assert.Equal(centre.In(200), centre.View(D).Clocks[^1].DueAt);
        Done(centre.Do(D, Report()));
        Assert.Equal(DirectiveStatus.Reported, Status(centre));
    }

    [Fact]
    public void Its_parties_are_those_of_the_incident()
    {
        var centre = Manned();
        var nameless = PartyPersonal.Nothing;
        Done(centre.Do(A, new AddParty(PartyKind.Account, PartyRole.Suspect, nameless, null, null, null, null, null)));
        Refused(RefusalCode.UnknownReference, "parties[1]", centre.Do(D, OnIncident with { Parties = [1, 2] }));
        Refused(RefusalCode.UnknownReference, "parties[0]", centre.Do(D, OnIncident with { Parties = [1], IncidentId = B }));
        Done(centre.Do(D, OnIncident with { Parties = [1] }));
    }

    [Fact]
    public void A_transfer_goes_to_a_body()
    {
        var centre = Manned();
        var order = OnIncident with { Kind = DirectiveKinds.Transfer };
        Done(centre.Do(ToBody.Station!.Value, new RegisterStation("Fraud", null, null, null)));
        Refused(RefusalCode.UnknownReference, "to[0]", centre.Do(D, order));
        Refused(RefusalCode.UnknownReference, "to[0]", centre.Do(D, order with { To = [ToUnit] }));
        Refused(RefusalCode.UnknownReference, "to[0]", centre.Do(D, order with { To = [ToBody] }));
        var content = new RetireStation(new RegisterStation("Fraud", null, null, null), null, default);
        Done(centre.Do(ToBody.Station.Value, new RegisterBody(content, StationKind.Body, null, null, default)));
        Done(centre.Do(D, order with { To = [ToBody] }));
        Assert.Equal(["receipt"], Refused(RefusalCode.Incomplete, centre.Do(D, Signature())).Missing);
    }

    [Fact]
    public void A_station_sees_the_incident_until_30_days_after_its_directive_is_over()
    {
        var centre = Manned();
        Done(centre.Do(StationId.Of("far"), new RegisterStation("Far", null, null, null)));
        var far = StationActor("far");
        Assert.False(MayRead());
        Refused(RefusalCode.NotYours, centre.Do(A, new AddNote("text"), far));
        Done(centre.Do(D, OnIncident with { To = [new DirectiveTo(StationId.Of("far"), null, null)] }));
        Assert.True(MayRead());
        Done(centre.Do(A, new AddNote("text"), far));
        Done(centre.Do(D, Refusal(), far));
        Assert.True(MayRead());
        centre.Now += TimeSpan.FromDays(30);
        Assert.True(MayRead());
        centre.Now += TimeSpan.FromMilliseconds(1);
        Assert.False(MayRead());
        Refused(RefusalCode.NotYours, centre.Do(A, new AddNote("text"), far));

        bool MayRead() => IncidentAccess.MayRead(IncidentViews.Of(centre.State(A)), far, centre.Now);
    }

    [Fact]
    public void One_that_was_withdrawn_shows_the_station_nothing()
    {
        var centre = Manned();
        Done(centre.Do(StationId.Of("far"), new RegisterStation("Far", null, null, null)));
        Done(centre.Do(D, OnIncident with { To = [new DirectiveTo(StationId.Of("far"), null, null)] }));
        Assert.Contains("involved:far", centre.State(A).Listing!.Keys);
        Done(centre.Do(D, Withdrawal()));
        Assert.Empty(IncidentViews.Of(centre.State(A)).Involved);
        Assert.DoesNotContain("involved:far", centre.State(A).Listing!.Keys);
        Assert.False(IncidentAccess.MayRead(IncidentViews.Of(centre.State(A)), StationActor("far"), centre.Now));
    }

    [Fact]
    public void A_body_issues_on_what_it_sees()
    {
        var centre = Manned();
        centre.MayInstruct = true;
        Done(centre.Do(StationId.Of("far"), new RegisterStation("Far", null, null, null)));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        var far = StationActor("far");
        Refused(RefusalCode.NotYours, centre.Do(Other, OnIncident, far));
        Refused(RefusalCode.NotYours, centre.Do(Other, Order with { CallId = Ring }, far));
        Done(centre.Do(D, OnIncident with { To = [new DirectiveTo(StationId.Of("far"), null, null)] }));
        Done(centre.Do(Other, OnIncident, far));
        centre.SeesCall = true;
        Done(centre.Do(DirectiveId.Of("dir-3"), Order with { CallId = Ring }, far));
    }

    private static IReadOnlyList<AttachedDirective> Shown(Centre centre) => IncidentViews.Of(centre.State(A)).Directives;
}
