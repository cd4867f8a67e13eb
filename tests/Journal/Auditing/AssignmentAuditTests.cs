using Tocsin.Auditing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Events that no rule would have decided on, with whole chains and true board rows: only the sense of them is wrong.</summary>
public abstract class AssignmentAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    private static readonly IncidentId C = IncidentId.Of("inc-c");

    [Fact]
    public async Task A_unit_on_a_second_incident_is_found_where_it_came_there()
    {
        await Centre.DoAsync(C, Creation());
        var forged = await Centre.ForgeAsync(
            (C.Stream, new UnitAssigned(One, null, "north")), (One.Stream, new Assigned(C, AssignmentStage.Assigned)));

        Assert.Equal(
            [
                Line(FindingKind.TwoIncidents, C.Stream, forged.FirstPosition),
                Line(FindingKind.HolderDiffers, One.Stream, forged.LastPosition),
            ],
            await FoundAsync());
    }

    [Fact]
    public async Task An_assignment_that_only_the_incident_knows_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((A.Stream, new UnitAssigned(Three, null, "north")));

        Assert.Equal(
            [Line(FindingKind.OneSided, A.Stream, forged.LastPosition), Line(FindingKind.HolderDiffers, Three.Stream, forged.LastPosition)],
            await FoundAsync());
    }

    [Fact]
    public async Task An_assignment_that_only_the_unit_knows_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((Three.Stream, new Assigned(A, AssignmentStage.Assigned)));

        Assert.Equal(
            [
                Line(FindingKind.OneSided, Three.Stream, forged.LastPosition),
                Line(FindingKind.HolderDiffers, Three.Stream, forged.LastPosition),
            ],
            await FoundAsync());
    }

    [Fact]
    public async Task Two_sides_in_two_commands_are_one_sided_both_even_when_they_agree_in_the_end()
    {
        var incident = await Centre.ForgeAsync((A.Stream, new UnitAssigned(Three, null, "north")));
        var unit = await Centre.ForgeAsync((Three.Stream, new Assigned(A, AssignmentStage.Assigned)));

        Assert.Equal(
            [
                Line(FindingKind.OneSided, A.Stream, incident.LastPosition),
                Line(FindingKind.HolderDiffers, Three.Stream, incident.LastPosition),
                Line(FindingKind.OneSided, Three.Stream, unit.LastPosition),
            ],
            await FoundAsync());
    }

    [Fact]
    public async Task A_stage_that_only_the_incident_knows_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((A.Stream, new UnitCleared(One, null, ClearCause.Report)));

        Assert.Equal(
            [Line(FindingKind.OneSided, A.Stream, forged.LastPosition), Line(FindingKind.HolderDiffers, One.Stream, forged.LastPosition)],
            await FoundAsync());
    }

    [Fact]
    public async Task A_closed_incident_with_a_unit_on_it_is_told()
    {
        var forged = await Centre.ForgeAsync((A.Stream, new IncidentClosed("handled", null)));

        Assert.Equal([Line(FindingKind.ClosedWithUnit, A.Stream, forged.LastPosition)], await FoundAsync());
    }
}
