using Tocsin.Calls;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class RowsTests
{
    [Fact]
    public void An_incidents_row_carries_what_lists_and_reports_ask_for()
    {
        var centre = new Centre();
        Done(centre.Do(
            A, new CreateIncident(null, "THEFT", 1, new Location(null, null, "Main Street 1"), "A Man Shouts", "north", true, null)));
        Assert.Equal(
            new IncidentRow(
                A,
                "260301-0001",
                true,
                "THEFT",
                1,
                "north",
                true,
                centre.Now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "260301-0001\nmain street 1\ntheft\na man shouts"),
            Assert.Single(centre.Rows.Incidents));
    }

    [Fact]
    public void First_assigned_and_first_arrived_are_the_earliest_by_when_they_occurred()
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Assignment(Two) with { OccurredAt = centre.In(-9) }));
        Done(centre.Do(A, Report(Two, AssignmentStage.OnScene)));
        Done(centre.Do(A, For(1, Report(One, AssignmentStage.OnScene, centre.In(-3)))));
        var row = Assert.Single(centre.Rows.Incidents);
        Assert.Equal((centre.In(-9), Two, "south"), (row.FirstAssignedAt!.Value, row.FirstAssignedUnit!.Value, row.FirstAssignedStation));
        Assert.Equal((centre.In(-3), One, "north"), (row.FirstOnSceneAt!.Value, row.FirstOnSceneUnit!.Value, row.FirstOnSceneStation));
    }

    [Fact]
    public void Whatever_became_of_it_the_first_assignment_counts()
    {
        var centre = At(AssignmentStage.Declined);
        Done(centre.Do(A, Assignment(Two)));
        Assert.Empty(centre.Rows.Incidents);
        Assert.Equal(1, Assert.Single(centre.Rows.Responses).Ordinal);
    }

    [Fact]
    public void Only_rows_that_changed_are_written()
    {
        var centre = At(AssignmentStage.Assigned);
        Done(centre.Do(A, Report(One, AssignmentStage.Acknowledged)));
        Assert.Empty(centre.Rows.Incidents);
        Assert.Equal(
            new ResponseRow(A, 0, One, "north", true, Of(centre, A).AssignedAt, centre.Now, null, null, null, null),
            Assert.Single(centre.Rows.Responses));
        Done(centre.Do(A, new AddNote("seen")));
        Assert.Empty(centre.Rows.Incidents);
        Assert.Empty(centre.Rows.Responses);
    }

    [Fact]
    public void A_change_of_words_changes_what_is_searched()
    {
        var centre = Ready();
        Done(centre.Do(A, new ChangeIncident(default, default, default, new("火警 FIRE"))));
        Assert.Equal("260301-0001\n\ntheft\n火警 fire", Assert.Single(centre.Rows.Incidents).Search);
    }

    [Fact]
    public void A_calls_row_never_carries_the_callers_number()
    {
        var centre = Ready();
        Done(centre.Do(Ring, new ReceiveCall("13800000000", "Line 7", centre.In(-8), null, new Location(null, null, "The Mill"))));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.FalseReport, null, null)));
        Assert.Equal(new CallRow(Ring, 3, centre.In(-8), "falseReport", null, "the mill\nline 7\n"), Assert.Single(centre.Rows.Calls));
    }
}
