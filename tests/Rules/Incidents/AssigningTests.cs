using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class AssigningTests
{
    [Fact]
    public void Each_assignment_has_its_twin_on_the_unit()
    {
        var centre = Ready();
        var decision = Done(centre.Do(A, Assignment(One, Two) with { OccurredAt = centre.In(-5) }));
        Assert.Equal(
            ["incident/inc-a UnitAssigned", "unit/P1 Assigned", "incident/inc-a UnitAssigned", "unit/P2 Assigned"], Kinds(decision));
        Assert.All(decision.Events, e => Assert.Equal(centre.In(-5), e.OccurredAt));
        Assert.Equal(
            new AssignmentView(One, AssignmentStage.Assigned, centre.In(-5), null, null, null, null, null, "north", 1), Of(centre, A));
        Assert.Equal((UnitStatus.Assigned, A), (centre.View(Two).Status, centre.View(Two).IncidentId!.Value));
        Assert.Null(decision.Extra);
    }

    [Fact]
    public void All_means_every_unit_or_none()
    {
        var centre = WithOneBusyTwoOffThreeOut();
        Done(centre.Do(UnitId.Of("P4"), new RegisterUnit("P4", "patrol", null, [], null)));
        Done(centre.Do(UnitId.Of("P4"), OnDuty()));
        var refusal = Refused(RefusalCode.UnitBusy, centre.Do(A, Assignment(UnitId.Of("P4"), One, Two, Three)));
        Assert.Equal(
            [
                new UnitRefusal(One, UnitRefusalCode.Busy, B),
                new UnitRefusal(Two, UnitRefusalCode.OffDuty, null),
                new UnitRefusal(Three, UnitRefusalCode.OutOfService, null),
            ],
            refusal.Units);
        Assert.Empty(centre.View(A).Assignments);
    }

    [Fact]
    public void Any_takes_those_that_are_free_and_says_why_not_the_others()
    {
        var centre = WithOneBusyTwoOffThreeOut();
        Done(centre.Do(Two, OnDuty()));
        var decision = Done(centre.Do(A, Assignment(One, Two, Three) with { Mode = AssignMode.Any }));
        Assert.Equal(["incident/inc-a UnitAssigned", "unit/P2 Assigned"], Kinds(decision));
        Assert.Equal(
            "\"refused\":[{\"unitId\":\"P1\",\"code\":\"busy\",\"incidentId\":\"inc-b\"},"
                + "{\"unitId\":\"P3\",\"code\":\"outOfService\",\"incidentId\":null}]",
            decision.Extra);
        Assert.NotNull(JsonDocument.Parse("{" + decision.Extra + "}"));
    }

    [Fact]
    public void Any_with_all_free_refuses_nobody() =>
        Assert.Equal("\"refused\":[]", Done(Ready().Do(A, Assignment(One, Two) with { Mode = AssignMode.Any })).Extra);

    [Fact]
    public void Any_with_none_free_is_refused() =>
        Assert.Equal(
            3,
            Refused(RefusalCode.UnitBusy, WithOneBusyTwoOffThreeOut().Do(A, Assignment(One, Two, Three) with { Mode = AssignMode.Any }))
                .Units.Count);

    [Fact]
    public void A_unit_on_this_very_incident_is_busy_too()
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One)));
        Assert.Equal([new UnitRefusal(One, UnitRefusalCode.Busy, A)], Refused(RefusalCode.UnitBusy, centre.Do(A, Assignment(One))).Units);
    }

    [Fact]
    public void A_unit_named_twice_is_taken_once()
    {
        var centre = Ready();
        Assert.Equal(2, Done(centre.Do(A, Assignment(One, One))).Events.Count);
    }

    [Theory]
    [InlineData(AssignMode.All)]
    [InlineData(AssignMode.Any)]
    public void An_unknown_unit_is_an_unknown_reference(AssignMode mode) =>
        Refused(RefusalCode.UnknownReference, "unitIds", Ready().Do(A, Assignment(One, UnitId.Of("ghost")) with { Mode = mode }));

    [Fact]
    public void Nobody_is_sent_to_a_closed_incident()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Assignment(One)));
    }

    [Fact]
    public void A_unit_may_stand_there_more_than_once()
    {
        var centre = At(AssignmentStage.Cleared);
        Done(centre.Do(A, Assignment(One)));
        Assert.Equal([One, One], centre.View(A).Assignments.Select(a => a.UnitId));
    }

    [Fact]
    public void No_unit_at_all_is_invalid() => Refused(RefusalCode.Invalid, "unitIds", Ready().Do(A, Assignment()));

    [Fact]
    public void An_assignment_in_the_future_is_refused() =>
        Refused(
            RefusalCode.OccurredAtInFuture,
            "occurredAt",
            Ready().Do(A, Assignment(One) with { OccurredAt = Centre.Start.AddSeconds(5.001) }));

    private static Centre WithOneBusyTwoOffThreeOut()
    {
        var centre = Ready();
        Done(centre.Do(B, Assignment(One)));
        Done(centre.Do(Two, OffDuty()));
        Done(centre.Do(Three, OnDuty("flat tyre")));
        return centre;
    }
}
