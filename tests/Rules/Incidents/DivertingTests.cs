using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class DivertingTests
{
    private static readonly DivertUnit ToB = new(One, B, null, "nearer");

    [Theory]
    [InlineData(AssignmentStage.Assigned)]
    [InlineData(AssignmentStage.Acknowledged)]
    [InlineData(AssignmentStage.EnRoute)]
    [InlineData(AssignmentStage.OnScene)]
    public void A_unit_is_diverted_at_any_active_stage_in_one_append(AssignmentStage stage)
    {
        var centre = At(stage);
        var decision = Done(centre.Do(A, ToB));
        Assert.Equal(
            ["incident/inc-a UnitDiverted", "unit/P1 Released", "unit/P1 Assigned", "incident/inc-b UnitAssigned"], Kinds(decision));
        Assert.Equal((AssignmentStage.Diverted, centre.Now), (Of(centre, A).Stage, Of(centre, A).ClearedAt!.Value));
        Assert.Equal(new UnitAssigned(One, A, "north") { By = "wang" }, decision.Events[3].Event);
        Assert.Equal((AssignmentStage.Assigned, centre.Now), (Of(centre, B).Stage, Of(centre, B).AssignedAt!.Value));
        Assert.Equal((Tocsin.Units.UnitStatus.Assigned, B), (centre.View(One).Status, centre.View(One).IncidentId!.Value));
        Assert.Null(decision.Extra);
    }

    [Theory]
    [InlineData(AssignmentStage.Cleared)]
    [InlineData(AssignmentStage.Declined)]
    [InlineData(AssignmentStage.Cancelled)]
    [InlineData(AssignmentStage.Diverted)]
    public void A_unit_that_is_no_longer_there_is_not(AssignmentStage stage) =>
        Assert.Equal(Word(stage), Refused(RefusalCode.WrongStage, At(stage).Do(A, ToB)).Stage);

    [Fact]
    public void A_unit_that_never_was_there_is_an_unknown_reference()
    {
        Refused(RefusalCode.UnknownReference, "unitId", Ready().Do(A, ToB));
        Refused(RefusalCode.UnknownReference, "unitId", Ready().Do(A, ToB with { UnitId = UnitId.Of("ghost") }));
    }

    [Fact]
    public void The_other_incident_is_another_one_that_exists_and_is_open()
    {
        var centre = At(AssignmentStage.EnRoute);
        Refused(RefusalCode.Invalid, "toIncidentId", centre.Do(A, ToB with { ToIncidentId = A }));
        Refused(RefusalCode.UnknownReference, "toIncidentId", centre.Do(A, ToB with { ToIncidentId = C }));
        Done(centre.Do(B, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, ToB));
        Assert.Equal(A, centre.View(One).IncidentId);
    }

    [Fact]
    public void Nothing_is_diverted_from_a_closed_incident()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, ToB));
    }

    [Fact]
    public void There_and_back_leaves_two_assignments_on_the_first()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, ToB));
        Done(centre.Do(B, new DivertUnit(One, A, null, null)));
        Assert.Equal([AssignmentStage.Diverted, AssignmentStage.Assigned], centre.View(A).Assignments.Select(a => a.Stage));
    }
}
