using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>Feedback of no unit: the centre settled it by telephone, or a station reports for itself.</summary>
public class OwnFeedbackTests
{
    private static readonly GiveOwnFeedback Settled =
        new("advised", "he found it himself", new Dictionary<string, double> { ["found"] = 1 }, null);

    [Fact]
    public void What_the_centre_has_settled_is_not_unattended()
    {
        var centre = Ready();
        Assert.NotNull(centre.View(A).UnattendedSince);
        Assert.Equal(["incident/inc-a FeedbackGiven"], Kinds(Done(centre.Do(A, Settled, new Actor("ma", Roles.CallTaker)))));
        var view = centre.View(A);
        Assert.Equal((IncidentStatus.Reported, null), (view.Status, view.UnattendedSince));
        Assert.Equal(
            (null, null, "advised", "he found it himself", 1),
            (view.Feedback[0].UnitId, view.Feedback[0].Station, view.Feedback[0].Outcome, view.Feedback[0].Narrative,
                view.Feedback[0].Results["found"]));
    }

    [Fact]
    public void A_station_reports_for_itself_on_what_is_its_own()
    {
        var centre = Ready();
        Done(centre.Do(C, Creation(station: "north")));
        Refused(RefusalCode.NotYours, centre.Do(C, Settled, StationActor("south")));
        Done(centre.Do(C, Settled, StationActor("north")));
        Assert.Equal("north", centre.View(C).Feedback[0].Station);
    }

    [Fact]
    public void It_moves_no_assignment_and_outlives_a_units_correction()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One)));
        var before = Of(centre, A);
        Done(centre.Do(A, Settled));
        Assert.Equal(before, Of(centre, A));
        Done(centre.Do(A, Correction(One, CorrectableStage.Feedback, null), Supervisor));
        Assert.Equal("advised", Assert.Single(centre.View(A).Feedback).Outcome);
    }

    [Fact]
    public void It_is_given_more_than_once_and_also_when_all_is_over()
    {
        var centre = Ready();
        Done(centre.Do(A, Settled));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Settled));
        Assert.Equal(2, centre.View(A).Feedback.Count);
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Settled with { OccurredAt = centre.In(6) }));
        Refused(
            RefusalCode.Invalid,
            "results",
            centre.Do(A, Settled with { Results = new Dictionary<string, double> { ["found"] = double.NaN } }));
    }

    [Fact]
    public void A_time_before_the_receipt_counts_for_the_first_episode_and_one_before_a_reopening_not_for_the_new_one()
    {
        var centre = Ready();
        Done(centre.Do(A, Settled with { OccurredAt = centre.In(-60) }));
        Assert.Equal(IncidentStatus.Reported, centre.View(A).Status);
        Done(centre.Do(A, Closure()));
        Later(centre);
        Done(centre.Do(A, new ReopenIncident("he called again", null)));
        Done(centre.Do(A, Settled with { OccurredAt = centre.In(-1) }));
        Assert.NotNull(centre.View(A).UnattendedSince);
        Done(centre.Do(A, Settled));
        Assert.Null(centre.View(A).UnattendedSince);
    }

    [Fact]
    public void Nobody_need_be_assigned_or_arrive_any_more()
    {
        var centre = Ready(Tocsin.Policies.Presets.MetPolice);
        Later(centre);
        Done(centre.Do(A, Settled));
        Assert.All(
            centre.View(A).Clocks.Where(c => c.Stage is ClockStage.Assign or ClockStage.Arrive),
            c => Assert.Equal(ClockState.Void, c.State));
        Assert.Contains(centre.View(A).Clocks, c => c.Stage == ClockStage.Arrive);
    }

    [Fact]
    public void Once_somebody_is_on_scene_it_meets_the_clock_of_feedback()
    {
        var centre = Ready(Tocsin.Policies.Presets.City110);
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Report(One, AssignmentStage.OnScene)));
        Later(centre);
        Done(centre.Do(A, Settled));
        var clock = centre.View(A).Clocks.Single(c => c.Stage == ClockStage.Feedback);
        Assert.Equal((ClockState.Met, centre.Now), (clock.State, clock.MetAt!.Value));
    }
}
