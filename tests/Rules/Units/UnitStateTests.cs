using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

public class UnitStateTests
{
    [Theory]
    [InlineData(AssignmentStage.Assigned, UnitStatus.Assigned)]
    [InlineData(AssignmentStage.Acknowledged, UnitStatus.Assigned)]
    [InlineData(AssignmentStage.EnRoute, UnitStatus.EnRoute)]
    [InlineData(AssignmentStage.OnScene, UnitStatus.OnScene)]
    [InlineData(AssignmentStage.Cleared, UnitStatus.Available)]
    [InlineData(AssignmentStage.Declined, UnitStatus.Available)]
    [InlineData(AssignmentStage.Cancelled, UnitStatus.Available)]
    public void Its_status_is_that_of_its_assignment(AssignmentStage stage, UnitStatus status)
    {
        var centre = At(stage);
        Assert.Equal(status, centre.View(One).Status);
        Assert.Equal(stage.IsActive() ? A : null, centre.View(One).IncidentId);
        Assert.Equal((short)status, centre.State(One.Stream).ToBoard().Status);
    }

    [Fact]
    public void Events_about_an_incident_that_it_does_not_hold_change_nothing()
    {
        var centre = At(AssignmentStage.EnRoute);
        var state = (UnitState)centre.State(One.Stream);
        var after = (UnitState)state.Apply(new Released(B, AssignmentStage.Cleared), centre.Now)
            .Apply(new Progressed(B, AssignmentStage.OnScene), centre.Now);
        Assert.Equal(state with { Version = state.Version + 2 }, after);
    }

    [Fact]
    public void A_snapshot_reads_back_as_it_was()
    {
        var centre = At(AssignmentStage.Acknowledged);
        Done(centre.Do(One, new RegisterUnit("老鹰一号", "patrol", "north", ["taser", "medic"], new GeoPoint(36.5, 113))));
        Done(centre.Do(One, OnDuty(null, null, "Zhao")));
        var state = (UnitState)centre.State(One.Stream);
        var text = UnitSnapshotJson.Write(state);
        var back = UnitSnapshotJson.Read(text);
        Assert.Equal(text, UnitSnapshotJson.Write(back));
        Assert.Equal(state with { Capabilities = back.Capabilities, Crew = back.Crew }, back);
        Assert.Equal(state.Capabilities, back.Capabilities);
        Assert.Equal(state.Crew, back.Crew);
        Assert.Contains("老鹰一号", text, StringComparison.Ordinal);
        Assert.Equal(state.ToBoard(), back.ToBoard());
    }
}
