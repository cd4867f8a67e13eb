using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Incidents.AssignmentStage;
using static Tocsin.Tests.Rules.Cast;
using UnitStatus = Tocsin.Units.UnitStatus;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>Which assignment a report goes to: the one that it names, and never one that was made after it.</summary>
public class ReportedAssignmentTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void A_kept_arrival_of_a_recalled_unit_leaves_the_next_assignment_untouched(int? named)
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out var pressed);
        var second = Of(centre, A, 1);
        var decision = Done(centre.Do(A, Named(named, Report(One, OnScene, pressed))));
        Assert.Equal((pressed, Cancelled), (Of(centre, A).OnSceneAt!.Value, Of(centre, A).Stage));
        Assert.Equal(second, Of(centre, A, 1));
        Assert.Equal(UnitStatus.Assigned, centre.View(One).Status);
        Assert.Equal(new UnitOnScene(One, null, Late: true) { Assignment = 1 }, Assert.Single(decision.Events).Event);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void A_kept_end_does_not_free_a_unit_that_was_sent_again(int? named)
    {
        var centre = Again(OnScene, Closure(), pressed: out var pressed);
        var before = centre.State(A);
        Nothing(centre.Do(A, Named(named, Report(One, Cleared, pressed))));
        Assert.Equal(before, centre.State(A));
        Assert.Equal((UnitStatus.Assigned, A), (centre.View(One).Status, centre.View(One).IncidentId!.Value));
        Assert.Null(centre.View(A).UnattendedSince);
    }

    [Fact]
    public void A_kept_end_of_an_assignment_that_ended_otherwise_is_refused()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out var pressed);
        Assert.Equal("cancelled", Refused(RefusalCode.WrongStage, centre.Do(A, Report(One, Cleared, pressed))).Stage);
        Assert.Equal(Assigned, Of(centre, A, 1).Stage);
    }

    [Fact]
    public void Numbers_count_the_assignments_of_the_incident()
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One, Two)));
        Done(centre.Do(A, Report(One, Declined)));
        Done(centre.Do(A, Assignment(One)));
        Assert.Equal([1, 2, 3], centre.View(A).Assignments.Select(a => a.N));
        Assert.Equal([One, Two, One], centre.View(A).Assignments.Select(a => a.UnitId));
    }

    [Fact]
    public void A_state_of_an_earlier_version_is_numbered_the_same()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out _);
        var old = centre.State(A);
        old = old with { Assignments = [.. old.Assignments.Select(a => a with { N = 0 })] };
        Assert.Equal(IncidentViews.Of(centre.State(A)).Assignments, IncidentViews.Of(old).Assignments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_number_that_is_nobodys_or_another_units_is_unknown(int number)
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One, Two)));
        Refused(RefusalCode.UnknownReference, "assignment", centre.Do(A, For(number, Report(One, EnRoute))));
        Refused(RefusalCode.UnknownReference, "assignment", centre.Do(A, For(number, Feedback(One))));
        Refused(
            RefusalCode.UnknownReference,
            "assignment",
            centre.Do(A, For(number, Correction(One, CorrectableStage.Assigned, Centre.Start)), Supervisor));
    }

    [Fact]
    public void A_unit_that_never_was_there_is_not_found_whatever_is_named() =>
        Refused(RefusalCode.NotFound, Ready().Do(A, For(1, Report(One, EnRoute))));

    [Fact]
    public void Only_reports_feedback_and_corrections_are_for_an_assignment() =>
        Refused(RefusalCode.Invalid, "assignment", At(Assigned).Do(A, For(1, Closure())));

    [Fact]
    public void What_is_asked_of_a_command_is_asked_of_one_that_names_its_assignment()
    {
        var centre = At(Assigned);
        Refused(RefusalCode.NotYours, centre.Do(A, For(1, Report(One, EnRoute)), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(A, For(1, Feedback(One)), UnitActor(Two)));
        Refused(RefusalCode.OccurredAtInFuture, "occurredAt", centre.Do(A, For(1, Report(One, EnRoute, centre.In(6)))));
    }

    [Fact]
    public void A_named_active_assignment_moves_on()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out _);
        var decision = Done(centre.Do(A, For(2, Report(One, OnScene))));
        Assert.Equal(["incident/inc-a UnitOnScene", "unit/P1 Progressed"], Kinds(decision));
        Assert.Equal(OnScene, Of(centre, A, 1).Stage);
        Assert.Null(((UnitReport)decision.Events[0].Event).Assignment);
    }

    [Fact]
    public void A_report_that_names_its_assignment_stands_also_from_before_it()
    {
        var centre = At(Assigned);
        var at = Of(centre, A).AssignedAt!.Value.AddHours(-8);
        var decision = Done(centre.Do(A, For(1, Report(One, EnRoute, at))));
        Assert.Equal((EnRoute, at), (Of(centre, A).Stage, Of(centre, A).EnRouteAt!.Value));
        Assert.False(((UnitReport)decision.Events[0].Event).Adjusted);
    }

    [Theory]
    [InlineData(-0.001, true)]
    [InlineData(-300, true)]
    [InlineData(-300.001, false)]
    public void A_slow_device_is_put_right_within_the_tolerance(double seconds, bool taken)
    {
        var centre = At(Assigned);
        var assigned = Of(centre, A).AssignedAt!.Value;
        var decision = centre.Do(A, Report(One, EnRoute, assigned.AddSeconds(seconds)));
        if (!taken)
        {
            Assert.Equal("assigned", Refused(RefusalCode.WrongStage, decision).Stage);
            return;
        }

        Assert.All(Done(decision).Events, h => Assert.Equal(assigned, h.OccurredAt));
        Assert.Equal(new UnitEnRoute(One, null, Late: false) { Adjusted = true }, decision.Events[0].Event);
        Assert.Equal(assigned, Of(centre, A).EnRouteAt);
    }

    [Fact]
    public void The_tolerance_is_the_centres_own()
    {
        var centre = new Centre { DeviceTolerance = TimeSpan.Zero };
        Done(centre.Do(A, Creation()));
        Done(centre.Do(One, new Tocsin.Units.RegisterUnit("P1", "patrol", null, [], null)));
        Done(centre.Do(One, OnDuty()));
        Done(centre.Do(A, Assignment(One)));
        Refused(RefusalCode.WrongStage, centre.Do(A, Report(One, EnRoute, centre.In(-0.001))));
    }

    [Fact]
    public void With_an_earlier_assignment_nothing_is_put_right()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out _);
        var second = Of(centre, A, 1).AssignedAt!.Value;

        // Between the two: the first was over by then.
        Refused(RefusalCode.WrongStage, centre.Do(A, Report(One, OnScene, second.AddSeconds(-1))));
        Refused(RefusalCode.WrongStage, centre.Do(A, Report(One, OnScene, Of(centre, A).AssignedAt!.Value.AddSeconds(-1))));
        Assert.Null(Of(centre, A, 1).OnSceneAt);
    }

    [Fact]
    public void A_report_without_a_time_is_about_what_holds_now()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out _);
        Done(centre.Do(A, Report(One, Cancelled)));
        Done(centre.Do(A, new AssignUnits([One], AssignMode.All, centre.In(5))));
        var decision = Done(centre.Do(A, Report(One, EnRoute)));
        Assert.Equal((EnRoute, centre.In(5)), (Of(centre, A, 2).Stage, Of(centre, A, 2).EnRouteAt!.Value));
        Assert.True(((UnitReport)decision.Events[0].Event).Adjusted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void Feedback_goes_to_its_own_assignment(int? named)
    {
        var centre = Again(OnScene, Closure(), pressed: out var pressed);
        Done(centre.Do(A, Named(named, Feedback(One, pressed))));
        Assert.Equal((pressed, (DateTimeOffset?)null), (Of(centre, A).FeedbackAt!.Value, Of(centre, A, 1).FeedbackAt));
        Assert.Equal(IncidentStatus.Assigned, centre.View(A).Status);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Feedback_from_before_the_assignment_is_put_right_or_refused(double seconds, bool taken)
    {
        var centre = At(Assigned);
        var assigned = Of(centre, A).AssignedAt!.Value;
        var decision = centre.Do(A, Feedback(One, assigned.AddSeconds(seconds)));
        if (taken)
            Assert.Equal(assigned, Assert.Single(Done(decision).Events).OccurredAt);
        else
            Refused(RefusalCode.WrongStage, decision);
    }

    [Fact]
    public void A_correction_goes_to_the_assignment_that_it_names()
    {
        var centre = Again(EnRoute, Report(One, Cancelled), pressed: out _);
        Done(centre.Do(A, Report(One, EnRoute)));
        var first = Of(centre, A).EnRouteAt!.Value;
        Done(centre.Do(A, For(1, Correction(One, CorrectableStage.EnRoute, first.AddSeconds(7))), Supervisor));
        Assert.Equal((first.AddSeconds(7), Cancelled), (Of(centre, A).EnRouteAt!.Value, Of(centre, A).Stage));
        Assert.Equal((centre.Now, EnRoute), (Of(centre, A, 1).EnRouteAt!.Value, Of(centre, A, 1).Stage));
        Done(centre.Do(A, For(2, Correction(One, CorrectableStage.EnRoute, null)), Supervisor));
        Assert.Equal(Assigned, Of(centre, A, 1).Stage);
        Assert.Equal(UnitStatus.Assigned, centre.View(One).Status);
    }

    [Fact]
    public void Feedback_of_one_assignment_is_taken_back_without_the_others()
    {
        var centre = Again(OnScene, Closure(), pressed: out var pressed);
        Done(centre.Do(A, For(1, Feedback(One, pressed))));
        Done(centre.Do(A, For(2, Feedback(One))));
        Done(centre.Do(A, For(1, Correction(One, CorrectableStage.Feedback, null)), Supervisor));
        Assert.Null(Of(centre, A).FeedbackAt);
        Assert.Equal(centre.Now, Assert.Single(centre.View(A).Feedback).OccurredAt);
    }

    // P1 is sent to A, goes as far as a stage, and presses something a second later without a network; its assignment ends, and it is sent
    // again.
    private static Centre Again(AssignmentStage stage, IncidentCommand end, out DateTimeOffset pressed)
    {
        var centre = At(stage);
        pressed = centre.In(-59);
        Done(centre.Do(A, end));
        Later(centre);
        if (centre.State(A).Closed)
            Done(centre.Do(A, new ReopenIncident("not over", null)));
        Done(centre.Do(A, Assignment(One)));
        Later(centre);
        return centre;
    }

    private static IncidentCommand Named(int? number, IncidentCommand command) => number is { } n ? For(n, command) : command;
}
