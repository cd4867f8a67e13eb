using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Overdue;

namespace Tocsin.Tests.GrainTests.Overdue;

public sealed class LateItemTests
{
    private static readonly UnitId One = UnitId.Of("P1");

    [Fact]
    public void Each_clock_that_ran_out_is_an_item_of_the_incidents_station()
    {
        var row = Late.Row(Late.Incident(
            "a",
            Late.Clock(ClockStage.Assign, 60),
            Late.Clock(ClockStage.Conclude, 90, takenBy: "li"),
            Late.Clock(ClockStage.Arrive, state: ClockState.Met)));

        var items = Late.Items(row);

        Assert.Equal(
            [(ClockStage.Assign, 60), (ClockStage.Conclude, 90)],
            items.Select(i => (i.Item.Stage!.Value, (int)(i.Item.Since - Late.Start).TotalSeconds)));
        Assert.All(items, i => Assert.Equal((OverdueKind.Overdue, "north"), (i.Item.Kind, i.Item.Station)));
        Assert.Equal([true, false], items.Select(i => i.IsUntaken));
    }

    [Fact]
    public void A_clock_of_an_assignment_is_the_affair_of_the_units_station_and_of_the_incidents()
    {
        var view = Late.Incident("a", Late.Clock(ClockStage.Turnout, 60, One)) with
        {
            Assignments = [Late.Assignment(One, "old"), Late.Assignment(One, "south")],
        };

        var item = Assert.Single(Late.Items(Late.Row(view)));

        Assert.Equal(("south", One), (item.Item.Station, item.Item.UnitId));
        Assert.True(item.Concerns("south"));
        Assert.True(item.Concerns("north"));
        Assert.False(item.Concerns("old"));
    }

    [Fact]
    public void A_silent_clock_is_no_item_but_the_wait_for_somebody_stays_one()
    {
        var silent = Late.Clock(ClockStage.Assign, 60, silent: true);
        var item = Assert.Single(Late.Items(Late.Row(Late.Incident("a", silent)))).Item;
        Assert.Equal((OverdueKind.Unattended, null), (item.Kind, item.Stage));
        Assert.Empty(Late.Items(Late.Row(Late.Incident("a", silent) with { UnattendedSince = null })));
    }

    [Fact]
    public void Without_a_clock_what_is_reported_stands_there_since_then()
    {
        var item = Assert.Single(
            Late.Items(Late.Row(Late.Incident("a") with { Status = IncidentStatus.Reported }, Late.Start.AddMinutes(5))));

        Assert.Equal((OverdueKind.Reported, Late.Start.AddMinutes(5)), (item.Item.Kind, item.Item.Since));
        Assert.True(item.IsUntaken);
    }

    [Fact]
    public void With_a_clock_it_stands_there_once()
    {
        var item = Assert.Single(
            Late.Items(Late.Row(Late.Incident("a", Late.Clock(ClockStage.Conclude, 60)) with { Status = IncidentStatus.Reported })));

        Assert.Equal(OverdueKind.Overdue, item.Item.Kind);
    }

    [Fact]
    public void What_is_historic_and_unattended_stands_there_and_its_supervisor_has_it()
    {
        var view = Late.Incident("a") with { Historic = true, Supervision = new SupervisionView("li", Late.Start, "why") };

        var item = Assert.Single(Late.Items(Late.Row(view)));

        Assert.Equal((OverdueKind.Unattended, Late.Start), (item.Item.Kind, item.Item.Since));
        Assert.False(item.IsUntaken);
    }

    [Fact]
    public void A_call_that_nobody_answers_is_an_item_of_no_station()
    {
        var call = new CallView(
            CallId.Of("c"), CallStatus.Ringing, null, null, Late.Start, null, null, null, null, null, null,
            [Late.Clock(ClockStage.Answer, 10)], 2);
        var row = new BoardRow(
            call.Id.Stream,
            2,
            new byte[32],
            new JournalPosition(1),
            new BoardEntry(TocsinJson.Write(call), 1, true, 0, 0, null, null) { LateAt = Late.Start });

        var item = Assert.Single(Late.Items(row));

        Assert.Equal(
            (call.Id, (IncidentId?)null, (string?)null, ClockStage.Answer),
            (item.Item.CallId, item.Item.IncidentId, item.Item.Station, item.Item.Stage));
    }
}
