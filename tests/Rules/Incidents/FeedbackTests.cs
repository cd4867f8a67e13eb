using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class FeedbackTests
{
    [Theory]
    [InlineData(AssignmentStage.Assigned)]
    [InlineData(AssignmentStage.OnScene)]
    [InlineData(AssignmentStage.Cleared)]
    [InlineData(AssignmentStage.Diverted)]
    public void It_is_given_any_time_after_assignment(AssignmentStage stage)
    {
        var centre = At(stage);
        Assert.Equal(["incident/inc-a FeedbackGiven"], Kinds(Done(centre.Do(A, Feedback(One)))));
        Assert.Equal((stage, centre.Now), (Of(centre, A).Stage, Of(centre, A).FeedbackAt!.Value));
        Assert.Equal(IncidentStatus.Reported, centre.View(A).Status);
        Assert.Equal(("settled", 1.0), (centre.View(A).Feedback[0].Outcome, centre.View(A).Feedback[0].Results["arrests"]));
    }

    [Fact]
    public void The_first_sets_the_time_and_more_may_follow()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Feedback(One, centre.In(-1))));
        Done(centre.Do(A, Feedback(One, centre.In(-30))));
        Assert.Equal(centre.In(-1), Of(centre, A).FeedbackAt);
        Assert.Equal([centre.In(-1), centre.In(-30)], centre.View(A).Feedback.Select(f => f.OccurredAt));
    }

    [Fact]
    public void A_closed_incident_takes_feedback()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Feedback(One)));
        Assert.Equal(IncidentStatus.Closed, centre.View(A).Status);
    }

    [Fact]
    public void A_unit_that_never_was_there_has_none_to_give() =>
        Refused(RefusalCode.UnknownReference, "unitId", Ready().Do(A, Feedback(One)));

    [Fact]
    public void A_result_that_is_no_number_is_invalid() => Refused(
        RefusalCode.Invalid,
        "results",
        At(AssignmentStage.OnScene)
            .Do(A, Feedback(One) with { Results = new Dictionary<string, double> { ["arrests"] = double.PositiveInfinity } }));
}
