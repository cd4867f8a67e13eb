using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class CorrectingTests
{
    public static TheoryData<CorrectableStage> Stages => [.. Enum.GetValues<CorrectableStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_time_can_be_put_right(CorrectableStage stage)
    {
        var centre = WithEveryTime();
        var wrong = Time(Of(centre, A), stage)!.Value;
        var decision = Done(centre.Do(A, Correction(One, stage, Centre.Start.AddSeconds(7)), Supervisor));
        Assert.Equal(
            new StageCorrected(One, stage, wrong, Centre.Start.AddSeconds(7), "wrong press"), Assert.Single(decision.Events).Event);
        Assert.Equal(centre.Now, decision.Events[0].OccurredAt);
        Assert.Equal(Centre.Start.AddSeconds(7), Time(Of(centre, A), stage));
        Nothing(centre.Do(A, Correction(One, stage, Centre.Start.AddSeconds(7)), Supervisor));
    }

    [Theory]
    [InlineData(CorrectableStage.Assigned, false)]
    [InlineData(CorrectableStage.Acknowledged, true)]
    [InlineData(CorrectableStage.EnRoute, true)]
    [InlineData(CorrectableStage.OnScene, true)]
    [InlineData(CorrectableStage.Feedback, true)]
    [InlineData(CorrectableStage.Cleared, false)]
    public void A_press_can_be_taken_away_but_not_the_beginning_and_the_end(CorrectableStage stage, bool possible)
    {
        var centre = WithEveryTime();
        var decision = centre.Do(A, Correction(One, stage, null), Supervisor);
        if (!possible)
        {
            Refused(RefusalCode.Invalid, "occurredAt", decision);
            return;
        }

        Done(decision);
        Assert.Null(Time(Of(centre, A), stage));
        Assert.Equal(AssignmentStage.Cleared, Of(centre, A).Stage);
        Refused(RefusalCode.WrongStage, centre.Do(A, Correction(One, stage, null), Supervisor));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_that_has_no_time_cannot_be_corrected(CorrectableStage stage)
    {
        if (stage == CorrectableStage.Assigned)
            return;
        var centre = At(AssignmentStage.Assigned);
        Assert.Equal("assigned", Refused(RefusalCode.WrongStage, centre.Do(A, Correction(One, stage, centre.Now), Supervisor)).Stage);
    }

    [Theory]
    [InlineData(AssignmentStage.OnScene, CorrectableStage.OnScene, AssignmentStage.EnRoute)]
    [InlineData(AssignmentStage.EnRoute, CorrectableStage.EnRoute, AssignmentStage.Acknowledged)]
    [InlineData(AssignmentStage.Acknowledged, CorrectableStage.Acknowledged, AssignmentStage.Assigned)]
    public void An_active_assignment_goes_back_to_the_furthest_stage_left(
        AssignmentStage from, CorrectableStage taken, AssignmentStage left)
    {
        var centre = At(from);
        var decision = Done(centre.Do(A, Correction(One, taken, null), Supervisor));
        Assert.Equal(["incident/inc-a StageCorrected", "unit/P1 Progressed"], Kinds(decision));
        Assert.Equal(left, Of(centre, A).Stage);
        Assert.Equal(left, ((Tocsin.Units.UnitState)centre.State(One.Stream)).Stage);
        Done(centre.Do(A, Report(One, from)));
        Assert.Equal(from, Of(centre, A).Stage);
    }

    [Fact]
    public void Taking_an_earlier_press_away_leaves_the_stage()
    {
        var centre = At(AssignmentStage.OnScene);
        Assert.Single(Done(centre.Do(A, Correction(One, CorrectableStage.EnRoute, null), Supervisor)).Events);
        Assert.Equal(AssignmentStage.OnScene, Of(centre, A).Stage);
        Done(centre.Do(A, Correction(One, CorrectableStage.OnScene, null), Supervisor));
        Assert.Equal(AssignmentStage.Acknowledged, Of(centre, A).Stage);
    }

    [Fact]
    public void Feedback_that_is_taken_away_does_not_count_as_reported()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, Correction(One, CorrectableStage.Feedback, null), Supervisor));
        Assert.Equal(IncidentStatus.OnScene, centre.View(A).Status);
        Assert.Empty(centre.View(A).Feedback);
        Done(centre.Do(A, Feedback(One)));
        Assert.Equal(centre.Now, Of(centre, A).FeedbackAt);
    }

    [Fact]
    public void A_corrected_time_of_feedback_is_that_of_the_feedback_too()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, Feedback(One, centre.In(-20))));
        Done(centre.Do(A, Correction(One, CorrectableStage.Feedback, centre.In(-5)), Supervisor));
        Assert.Equal([centre.In(-5), centre.In(-20)], centre.View(A).Feedback.Select(f => f.OccurredAt));
    }

    [Fact]
    public void A_closed_incident_takes_corrections()
    {
        var centre = WithEveryTime();
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Correction(One, CorrectableStage.OnScene, null), Supervisor));
    }

    [Fact]
    public void A_correction_names_a_unit_of_the_incident_and_no_future_time()
    {
        var centre = At(AssignmentStage.EnRoute);
        Refused(RefusalCode.UnknownReference, "unitId", centre.Do(A, Correction(Two, CorrectableStage.EnRoute, null), Supervisor));
        Refused(
            RefusalCode.OccurredAtInFuture,
            "occurredAt",
            centre.Do(A, Correction(One, CorrectableStage.EnRoute, centre.In(6)), Supervisor));
    }

    private static Centre WithEveryTime()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One)));
        Later(centre);
        Done(centre.Do(A, Report(One, AssignmentStage.Cleared)));
        Later(centre);
        return centre;
    }

    private static DateTimeOffset? Time(AssignmentView a, CorrectableStage stage) => stage switch
    {
        CorrectableStage.Assigned => a.AssignedAt,
        CorrectableStage.Acknowledged => a.AcknowledgedAt,
        CorrectableStage.EnRoute => a.EnRouteAt,
        CorrectableStage.OnScene => a.OnSceneAt,
        CorrectableStage.Feedback => a.FeedbackAt,
        _ => a.ClearedAt,
    };
}
