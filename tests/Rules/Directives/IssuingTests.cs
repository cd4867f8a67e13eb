using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

public class IssuingTests
{
    private static readonly DirectiveId Other = DirectiveId.Of("dir-2");

    [Fact]
    public void One_directive_a_recipient_is_issued_in_one_decision()
    {
        var centre = Manned();
        var decision = Done(centre.Do(D, Order with { To = [ToNorth, ToUnit, new DirectiveTo(null, null, "li")] }));
        DirectiveId[] ids = [D, D.InGroup(1), D.InGroup(2)];
        Assert.Equal(ids.Select(id => $"{id.Stream} DirectiveIssued"), Kinds(decision));
        var views = ids.Select(centre.View).ToList();
        Assert.All(views, v => Assert.Equal((D, DirectiveStatus.Issued, "核查监控"), (v.Group, v.Status, v.Text)));
        Assert.Equal(["260301-0003", "260301-0004", "260301-0005"], views.Select(v => v.Number));
        Assert.Equal(new DirectiveFrom("wang", Roles.Dispatcher, null), views[0].From);
        Assert.Equal((ToNorth, ToUnit, "li"), (views[0].To, views[1].To, views[2].To.Subject));
        Assert.Equal(["north", "north", null], ids.Select(id => centre.State(id.Stream).ToBoard().Station));
    }

    [Fact]
    public void The_ids_of_a_group_follow_from_the_first_and_never_change()
    {
        Assert.Equal(D, D.InGroup(0));
        Assert.Equal("f19fb383768a0d40b47f4b82d1142130", D.InGroup(1).Value);
        Assert.Equal(50, Enumerable.Range(0, 50).Select(D.InGroup).Distinct().Count());
    }

    [Fact]
    public void A_directive_that_stands_is_not_issued_again()
    {
        var centre = At(DirectiveStatus.Signed);
        Nothing(centre.Do(D, Order));
    }

    [Fact]
    public void A_group_is_not_written_over_a_directive_that_has_one_of_its_ids()
    {
        var centre = Manned();
        Done(centre.Do(D.InGroup(1), Order));
        Refused(RefusalCode.Conflict, centre.Do(D, Order with { To = [ToNorth, ToUnit] }));
        Assert.Equal(ToNorth, centre.View(D.InGroup(1)).To);
        Done(centre.Do(D, Order with { To = [ToUnit] }));
    }

    [Fact]
    public void A_recipient_must_exist_and_all_or_none_are_issued()
    {
        var centre = Manned();
        Refused(RefusalCode.UnknownReference, "to[1].station", centre.Do(
            D, Order with { To = [ToNorth, new DirectiveTo(StationId.Of("ghost"), null, null)] }));
        Refused(RefusalCode.UnknownReference, "to[0].unit", centre.Do(
            D, Order with { To = [new DirectiveTo(null, UnitId.Of("ghost"), null), ToNorth] }));
        Assert.False(centre.States.Knows(D.Stream));
    }

    [Fact]
    public void A_unit_gets_one_whatever_its_duty()
    {
        var centre = Manned();
        Done(centre.Do(One, OffDuty()));
        Done(centre.Do(D, Order with { To = [ToUnit] }));
    }

    [Fact]
    public void Parties_belong_to_an_incident() =>
        Refused(RefusalCode.UnknownReference, "parties[0]", Manned().Do(D, Order with { Parties = [1] }));

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(90 * 86_400, true)]
    [InlineData(90 * 86_400 + 1, false)]
    public void A_look_out_is_in_force_for_up_to_90_days(int? seconds, bool good)
    {
        var centre = Manned();
        var until = seconds is { } s ? centre.In(s) : (DateTimeOffset?)null;
        var decision = centre.Do(D, Order with { Kind = DirectiveKinds.LookOut, ValidUntil = until });
        if (good)
            Done(decision);
        else
            Refused(RefusalCode.Invalid, "validUntil", decision);
    }

    [Fact]
    public void On_other_kinds_the_time_is_only_shown()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { ValidUntil = centre.In(-5) }));
        Assert.Equal(centre.In(-5), centre.View(D).ValidUntil);
        Assert.Null(centre.State(D.Stream).DueAt);
    }

    [Fact]
    public void What_lies_far_back_is_historic_and_what_lies_ahead_is_refused()
    {
        var centre = Manned();
        Refused(RefusalCode.OccurredAtInFuture, "occurredAt", centre.Do(D, Order with { OccurredAt = centre.In(6) }));
        Done(centre.Do(D, Order with { OccurredAt = centre.In(-3601) }));
        Assert.Equal((true, centre.In(-3601)), (centre.View(D).Historic, centre.View(D).IssuedAt));
        Done(centre.Do(DirectiveId.Of("dir-2"), Order with { OccurredAt = centre.In(-3600) }));
        Assert.False(centre.View(DirectiveId.Of("dir-2")).Historic);
    }

    [Theory]
    [InlineData(DirectiveStatus.Issued)]
    [InlineData(DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn)]
    public void Only_what_was_refused_or_given_back_is_replaced(DirectiveStatus status)
    {
        var centre = At(status);
        Refused(RefusalCode.UnknownReference, "replaces", centre.Do(Other, Order with { Replaces = DirectiveId.Of("ghost") }));
        Assert.Equal(Word(status), Refused(RefusalCode.WrongStage, centre.Do(Other, Order with { Replaces = D })).Stage);
    }

    [Fact]
    public void What_was_refused_is_replaced_once()
    {
        var centre = At(DirectiveStatus.Refused);
        var decision = Done(centre.Do(Other, Order with { Replaces = D, To = [ToNorth, ToUnit] }));
        Assert.Equal(
            [$"{Other.Stream} DirectiveIssued", $"{Other.InGroup(1).Stream} DirectiveIssued", $"{D.Stream} DirectiveReplaced"],
            Kinds(decision));
        Assert.Equal((DirectiveStatus.Refused, Other), (centre.View(D).Status, centre.View(D).ReplacedBy!.Value));
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
        Refused(RefusalCode.WrongStage, centre.Do(DirectiveId.Of("dir-3"), Order with { Replaces = D }));
    }

    [Fact]
    public void What_was_given_back_ends_when_it_is_replaced()
    {
        var centre = At(DirectiveStatus.Reported);
        Done(centre.Do(D, Return()));
        Later(centre);
        Assert.Equal(
            [$"{Other.Stream} DirectiveIssued", $"{D.Stream} DirectiveWithdrawn"],
            Kinds(Done(centre.Do(Other, Order with { Replaces = D }))));
        Assert.Equal((DirectiveStatus.Withdrawn, Other), (centre.View(D).Status, centre.View(D).ReplacedBy!.Value));
        Assert.Null(centre.State(D.Stream).ToBoard().LateAt);
    }

    [Fact]
    public void A_station_issues_where_it_may_instruct_and_manages_what_it_issued()
    {
        var centre = Manned();
        Done(centre.Do(StationId.Of("south"), new RegisterStation("South", null, null, null)));
        Refused(RefusalCode.Forbidden, centre.Do(D, Order, StationActor("south")));
        centre.MayInstruct = true;
        foreach (var kind in new[] { "handle", "lookOut", "rectify" })
            Refused(RefusalCode.Forbidden, centre.Do(D, Order with { Kind = kind, ValidUntil = centre.In(60) }, StationActor("south")));
        Done(centre.Do(D, Order, StationActor("south")));
        Assert.Equal("south", centre.View(D).From.Station);
        Refused(RefusalCode.NotYours, centre.Do(D, Signature(), StationActor("south")));
        Done(centre.Do(D, Report(), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(D, Return(), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(D, Conclusion(), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(D, Withdrawal(), StationActor("north")));
        Done(centre.Do(D, Return(), StationActor("south")));
        Refused(RefusalCode.NotYours, centre.Do(Other, Order with { Replaces = D }, StationActor("north")));
        Done(centre.Do(D, Withdrawal(), StationActor("south")));
    }

    [Fact]
    public void Each_claims_its_number_and_the_first_of_a_group_what_it_replaces()
    {
        var first = new DirectiveState(D, 1) { Number = "Z1-0001", Group = D, Replaces = DirectiveId.Of("old") };
        Assert.Equal(["directiveNumber:Z1-0001", "replaces:old"], first.Claims);
        Assert.Equal(["directiveNumber:Z1-0002"], (first with { Id = D.InGroup(1), Number = "Z1-0002" }).Claims);
        Assert.Empty(DirectiveState.Initial(D).Claims);
        var claimed = DirectiveCases.Table.Of(Order).Claimed!;
        Assert.Equal(RefusalCode.Conflict, claimed(Order).Code);
        Assert.Equal(RefusalCode.WrongStage, claimed(Order with { Replaces = D }).Code);
    }

    [Fact]
    public void A_number_has_four_digits_or_more()
    {
        Assert.Equal("Z260301-0010", DirectiveNumbers.After("Z260301-0009", 1));
        Assert.Equal("Z260301-10000", DirectiveNumbers.After("Z260301-9999", 1));
    }
}
