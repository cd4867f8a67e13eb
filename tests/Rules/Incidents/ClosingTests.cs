using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class ClosingTests
{
    [Fact]
    public void Whoever_is_on_it_is_cleared_at_the_closures_time()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Assignment(Two)));
        var decision = Done(centre.Do(A, new CloseIncident("handled", "all well", centre.In(-3))));
        Assert.Equal(
            [
                "incident/inc-a UnitCleared", "unit/P1 Released", "incident/inc-a UnitCleared", "unit/P2 Released",
                "incident/inc-a IncidentClosed",
            ],
            Kinds(decision));
        Assert.Equal(new UnitCleared(One, null, ClearCause.Closure), decision.Events[0].Event);
        Assert.Equal(new IncidentClosed("handled", "all well") { By = "wang" }, decision.Events[4].Event);
        Assert.All(decision.Events, e => Assert.Equal(centre.In(-3), e.OccurredAt));
        Assert.All(centre.View(A).Assignments, a => Assert.Equal((AssignmentStage.Cleared, centre.In(-3)), (a.Stage, a.ClearedAt!.Value)));
        Assert.Equal(
            (IncidentStatus.Closed, centre.In(-3), "handled"),
            (centre.View(A).Status, centre.View(A).ClosedAt!.Value, centre.View(A).Disposition));
        Assert.Equal(Tocsin.Units.UnitStatus.Available, centre.View(One).Status);
        Assert.False(centre.State(A).ToBoard().Open);
    }

    [Fact]
    public void Who_was_over_before_stays_as_it_was()
    {
        var centre = At(AssignmentStage.Declined);
        var before = Of(centre, A);
        Assert.Single(Done(centre.Do(A, Closure())).Events);
        Assert.Equal(before, Of(centre, A));
    }

    [Fact]
    public void A_closed_incident_is_not_closed_again()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Closure()));
    }

    [Fact]
    public void A_closed_incident_takes_notes()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Assert.Equal(new NoteAdded("called back"), Done(centre.Do(A, new AddNote("called back"))).Events[0].Event);
    }

    [Fact]
    public void Reopened_nobody_is_on_it_and_only_what_follows_counts()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, Closure()));
        Later(centre);
        Done(centre.Do(A, new ReopenIncident("it began again", null)));
        var view = centre.View(A);
        Assert.Equal((IncidentStatus.Received, centre.Now), (view.Status, view.UnattendedSince!.Value));
        Assert.Null(view.ClosedAt);
        Assert.Null(view.Disposition);
        Assert.Single(view.Assignments);
        Assert.Single(view.Feedback);
        Assert.True(centre.State(A).ToBoard().Open);
        Done(centre.Do(A, Assignment(One)));
        Assert.Equal(IncidentStatus.Assigned, centre.View(A).Status);
    }

    [Fact]
    public void Only_a_closed_incident_is_reopened()
    {
        var centre = At(AssignmentStage.EnRoute);
        Assert.Equal("enRoute", Refused(RefusalCode.WrongStage, centre.Do(A, new ReopenIncident("why", null))).Stage);
    }

    [Theory]
    [InlineData(-30, IncidentStatus.Received)]
    [InlineData(0, IncidentStatus.Reported)]
    public void After_reopening_feedback_counts_when_it_is_about_the_time_since(double seconds, IncidentStatus status)
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Closure()));
        Later(centre);
        Done(centre.Do(A, new ReopenIncident("why", null)));
        Done(centre.Do(A, Feedback(One, centre.In(seconds))));
        Assert.Equal(status, centre.View(A).Status);
    }

    [Fact]
    public void A_late_arrival_of_an_earlier_episode_says_nothing_about_the_new_one()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new ReopenIncident("why", centre.In(1))));
        Done(centre.Do(A, Report(One, AssignmentStage.OnScene, centre.Now)));
        Assert.Equal(IncidentStatus.Received, centre.View(A).Status);
        Assert.NotNull(centre.View(A).UnattendedSince);
    }

    [Fact]
    public void Neither_lies_in_the_future()
    {
        var centre = Ready();
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Closure(centre.In(6))));
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, new ReopenIncident("why", centre.In(6))));
    }
}
