using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

public class DutyTests
{
    /// <summary>From a state (off, on, or out of service for a reason) by a command to events; nothing: 200, nothing recorded.</summary>
    [Theory]
    [InlineData("off", "off", "")]
    [InlineData("off", "off:broken", "")]
    [InlineData("off", "on", "DutyStarted")]
    [InlineData("off", "on:broken", "DutyStarted OutOfService")]
    [InlineData("on", "on", "")]
    [InlineData("on", "off", "DutyEnded")]
    [InlineData("on", "off:broken", "DutyEnded")]
    [InlineData("on", "on:broken", "OutOfService")]
    [InlineData("on:broken", "on:broken", "")]
    [InlineData("on:broken", "on:washing", "OutOfService")]
    [InlineData("on:broken", "on", "BackInService")]
    [InlineData("on:broken", "off", "DutyEnded")]
    public void What_stands_is_not_recorded_and_the_rest_is(string from, string to, string events)
    {
        var centre = new Centre();
        Done(centre.Do(One, new RegisterUnit("P1", "patrol", "north", [], null)));
        centre.Do(One, Command(from));
        var decision = centre.Do(One, Command(to));
        Assert.Null(decision.Refusal);
        Assert.Equal(events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => "unit/P1 " + e), Kinds(decision));
        var (status, reason) = to switch
        {
            "on" => (UnitStatus.Available, null),
            _ when to.StartsWith("off", StringComparison.Ordinal) => (UnitStatus.OffDuty, null),
            _ => (UnitStatus.OutOfService, to[3..]),
        };
        Assert.Equal((status, reason), (centre.View(One).Status, centre.View(One).OutOfService));
        Assert.Equal(status != UnitStatus.OffDuty, centre.State(One.Stream).ToBoard().Open);
        Nothing(centre.Do(One, Command(to)));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on:broken")]
    public void Who_holds_an_assignment_stays_on_duty_and_in_service(string to)
    {
        var centre = At(AssignmentStage.EnRoute);
        Assert.Equal([new UnitRefusal(One, UnitRefusalCode.Busy, A)], Refused(RefusalCode.UnitBusy, centre.Do(One, Command(to))).Units);
        Nothing(centre.Do(One, OnDuty()));
        Done(centre.Do(One, OnDuty(null, null, "Zhao")));
        Assert.Equal(UnitStatus.EnRoute, centre.View(One).Status);
    }

    [Fact]
    public void The_crews_names_stand_apart_and_the_event_has_digests()
    {
        var centre = Ready();
        var decision = Done(centre.Do(One, OnDuty(null, null, "赵\"一\"", "Qian")));
        Assert.Equal(["#unit/P1#4#赵\"一\"", "#unit/P1#4#Qian"], Assert.IsType<DutyStarted>(Assert.Single(decision.Events).Event).Crew);
        Assert.Equal((One.Stream, """["赵\"一\"","Qian"]"""), (decision.Personal[0].Stream, decision.Personal[0].Value));
        Assert.Null(centre.View(One).Crew);
        Nothing(centre.Do(One, OnDuty(null, null, "赵\"一\"", "Qian")));
        Assert.Empty(centre.Do(One, OnDuty(null, null, "赵\"一\"", "Qian")).Personal);
        Assert.Empty(Done(centre.Do(One, OnDuty("broken", null, "赵\"一\"", "Qian"))).Personal);
        Done(centre.Do(One, OnDuty("broken", null, "Qian")));
    }

    [Fact]
    public void Off_duty_removes_the_names()
    {
        var centre = Ready();
        Done(centre.Do(One, OnDuty(null, null, "Zhao")));
        Assert.Equal([new Tocsin.Journal.PersonalEntry(One.Stream, null)], Done(centre.Do(One, OffDuty())).Personal);
        Done(centre.Do(One, OnDuty(null, null, "Zhao")));
    }

    [Fact]
    public void A_unit_sets_its_own_duty_and_a_station_that_of_its_units()
    {
        var centre = Ready();
        Refused(RefusalCode.NotYours, centre.Do(One, OffDuty(), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(One, OffDuty(), StationActor("south")));
        Refused(RefusalCode.NotYours, centre.Do(Three, OffDuty(), StationActor(null)));
        Done(centre.Do(One, OffDuty(), UnitActor(One)));
        Done(centre.Do(Two, OffDuty(), StationActor("south")));
    }

    [Fact]
    public void It_happened_when_it_is_said_and_never_in_the_future()
    {
        var centre = Ready();
        Refused(RefusalCode.OccurredAtInFuture, "occurredAt", centre.Do(One, OffDuty(centre.In(6))));
        Assert.Equal(centre.In(-60), Done(centre.Do(One, OffDuty(centre.In(-60)))).Events[0].OccurredAt);
    }

    [Fact]
    public void An_unknown_unit_is_not_found() => Refused(RefusalCode.NotFound, Ready().Do(UnitId.Of("ghost"), OnDuty(), UnitActor(Two)));

    private static SetDuty Command(string word) => word.Split(':') is [var duty, var reason]
        ? new SetDuty(duty == "on", [], reason, null)
        : new SetDuty(word == "on", [], null, null);
}
