using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.Quality;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Quality;

/// <summary>The callers of closed incidents are asked; one who is dissatisfied is somebody's task.</summary>
public class CallBackMakingTests
{
    private static readonly StationId South = StationId.Of("south");

    private static readonly DirectiveId Other = DirectiveId.Of("dir-2");

    [Fact]
    public void Call_backs_stand_on_the_incident_in_the_order_in_which_they_were_made()
    {
        var centre = Over();
        Done(centre.Do(A, Try));
        Later(centre);
        var at = centre.Now;
        Assert.Equal([$"{A.Stream} CallBackMade"], Kinds(Done(centre.Do(A, Answer(Satisfaction.Fairly) with { Note = "slow" }))));
        Assert.Equal(
            [(1, false, null, null), (2, true, Satisfaction.Fairly, "slow")],
            centre.View(A).CallBacks.Select(c => (c.N, c.Reached, c.Satisfaction, c.Note)));
        var last = centre.View(A).CallBacks[1];
        Assert.Equal(("wang", at, null), (last.By, last.At, last.DirectiveId));
        Assert.Equal([CallBackTopic.Speed], last.About);
    }

    [Fact]
    public void One_says_when_it_was()
    {
        var centre = Over();
        Done(centre.Do(A, Try with { OccurredAt = centre.In(-20) }));
        Assert.Equal(centre.In(-20), Assert.Single(centre.View(A).CallBacks).At);
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Try with { OccurredAt = centre.In(60) }));
    }

    [Fact]
    public void The_caller_of_an_open_incident_is_not_asked_yet()
    {
        var centre = Manned();
        Assert.Equal("received", Refused(RefusalCode.WrongStage, centre.Do(A, Try)).Stage);
        Refused(RefusalCode.NotFound, centre.Do(C, Try));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Try));
        Done(centre.Do(A, new ReopenIncident("more to do", null)));
        Refused(RefusalCode.WrongStage, centre.Do(A, Try));
    }

    [Fact]
    public void A_dissatisfied_caller_brings_the_station_a_directive_in_the_same_decision()
    {
        var centre = Over();
        var decision = Done(centre.Do(A, Answer(Satisfaction.Dissatisfied) with { Note = "两个小时" }));
        Assert.Equal(
            [$"{A.Stream} CallBackMade", $"{D.Stream} DirectiveIssued", $"{A.Stream} DirectiveAttached"], Kinds(decision));
        var view = centre.View(D);
        Assert.Equal(("rectify", ToNorth, A), (view.Kind, view.To, view.IncidentId!.Value));
        Assert.Equal(("wang", Roles.Dispatcher, DirectiveStatus.Issued), (view.From.Subject, view.From.Role, view.Status));

        // The note can be erased on the incident, so it stands nowhere else.
        Assert.Contains("speed", view.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("小时", view.Text, StringComparison.Ordinal);
        Assert.Equal(D, Assert.Single(centre.View(A).CallBacks).DirectiveId);
        Assert.Equal(D, Assert.Single(centre.View(A).Directives).Id);
    }

    [Fact]
    public void The_limit_of_what_is_put_right_is_that_of_the_incidents_policy()
    {
        var centre = Ready(Presets.CountyDirectives);
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        Done(centre.Do(C, Creation(station: "north")));
        Done(centre.Do(C, Closure()));
        Done(centre.Do(C, Answer(Satisfaction.Dissatisfied)));
        var clock = Assert.Single(centre.View(D).Clocks, c => c.Stage == ClockStage.Finish);
        Assert.Equal(centre.Now.AddDays(5), clock.DueAt);
    }

    [Fact]
    public void Where_no_station_is_left_to_put_it_right_nothing_is_written()
    {
        var centre = Manned();
        Done(centre.Do(A, Closure()));
        Assert.Equal(["owner"], Refused(RefusalCode.Incomplete, centre.Do(A, Answer(Satisfaction.Dissatisfied))).Missing);
        Done(centre.Do(A, Answer(Satisfaction.Satisfied)));

        // A station that was never registered reads nothing.
        Done(centre.Do(C, Creation(station: "nowhere")));
        Done(centre.Do(C, Closure()));
        Assert.Equal(["owner"], Refused(RefusalCode.Incomplete, centre.Do(C, Answer(Satisfaction.Dissatisfied))).Missing);
    }

    [Fact]
    public void What_a_retired_station_left_undone_is_its_successors_task()
    {
        var centre = Over();
        Done(centre.Do(South, new RegisterStation("South", null, null, null)));
        Done(centre.Do(North, new RetireStation(new RegisterStation("North", null, null, null), true, new(South))));
        Done(centre.Do(A, Answer(Satisfaction.Dissatisfied)));
        Assert.Equal(South, centre.View(D).To.Station);
        Done(centre.Do(South, new RetireStation(new RegisterStation("South", null, null, null), true, new((StationId?)null))));
        Refused(RefusalCode.Incomplete, centre.Do(A, Answer(Satisfaction.Dissatisfied) with { DirectiveId = Other }));
    }

    [Fact]
    public void Who_owns_the_incident_puts_it_right_before_its_station()
    {
        var centre = new Centre();
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        Done(centre.Do(South, new RegisterStation("South", null, null, null)));
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(A, new AssessIncident(1, South, null, null)));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Answer(Satisfaction.Dissatisfied)));
        Assert.Equal(South, centre.View(D).To.Station);
        Done(centre.Do(South, new RetireStation(new RegisterStation("South", null, null, null), true, new((StationId?)null))));
        Done(centre.Do(A, Answer(Satisfaction.Dissatisfied) with { DirectiveId = Other }));
        Assert.Equal(North, centre.View(Other).To.Station);
    }

    [Fact]
    public void The_same_command_again_changes_nothing()
    {
        var centre = Over();
        Done(centre.Do(A, Answer(Satisfaction.Dissatisfied)));
        Nothing(centre.Do(A, Answer(Satisfaction.Dissatisfied)));
        Assert.Single(centre.View(A).CallBacks);
    }

    [Fact]
    public void What_was_long_ago_alarms_nobody()
    {
        var centre = Over();
        centre.Now += TimeSpan.FromHours(3);
        Done(centre.Do(A, Answer(Satisfaction.Dissatisfied) with { OccurredAt = centre.In(-7200) }));
        Assert.True(centre.View(D).Historic);
        Assert.Equal(centre.In(-7200), centre.View(D).IssuedAt);
    }

    [Fact]
    public void The_fifty_first_is_refused()
    {
        var centre = Over();
        for (var i = 0; i < QualityLimits.CallBacksPerIncident; i++)
            Done(centre.Do(A, Try));
        Refused(RefusalCode.LimitReached, centre.Do(A, Try));
    }

    [Fact]
    public void A_note_is_erased_with_the_notes_of_the_incident_and_what_was_answered_stays()
    {
        var centre = Over();
        Done(centre.Do(A, Answer(Satisfaction.Satisfied) with { Note = "words" }));
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Notes], "r"), new Actor("root", Roles.Admin)));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        var left = Assert.Single(centre.View(A).CallBacks);
        Assert.Equal((null, Satisfaction.Satisfied), (left.Note, left.Satisfaction));
    }

    private static MakeCallBack Try { get; } = new(D, CallBackWay.Phone, false, null, [], null, null);

    private static MakeCallBack Answer(Satisfaction satisfaction) =>
        new(D, CallBackWay.Phone, true, satisfaction, [CallBackTopic.Speed], null, null);

    // Incident A belongs to north, and is closed.
    private static Centre Over()
    {
        var centre = new Centre { Jurisdiction = new("north", null) };
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        Done(centre.Do(A, Closure()));
        Later(centre);
        return centre;
    }
}
