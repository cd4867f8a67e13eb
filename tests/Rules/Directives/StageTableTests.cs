using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>The contract's table: from the row to the column.</summary>
public class StageTableTests
{
    [Theory]
    [InlineData(DirectiveStatus.Issued, "DirectiveSigned", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Signed, "same", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "same", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Signing(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Signature(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "DirectiveSigned DirectiveReported", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Signed, "DirectiveReported", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Reported, "DirectiveReported", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Reporting(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Report(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "DirectiveSigned DirectiveReported", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Signed, "DirectiveReported", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "DirectiveReported", DirectiveStatus.Reported)]
    public void A_report_that_is_not_final_leaves_the_status(DirectiveStatus from, string what, DirectiveStatus to) =>
        Check(from, Report(final: false), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "no", DirectiveStatus.Issued)]
    [InlineData(DirectiveStatus.Signed, "no", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "DirectiveConcluded", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Concluded, "same", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    public void Conclusion_(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Conclusion(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "DirectiveWithdrawn", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Signed, "DirectiveWithdrawn", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Reported, "DirectiveWithdrawn", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Withdrawal_(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Withdrawal(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "DirectiveRefused", DirectiveStatus.Refused)]
    [InlineData(DirectiveStatus.Signed, "no", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "no", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Refusal_(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Refusal(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "no", DirectiveStatus.Issued)]
    [InlineData(DirectiveStatus.Signed, "no", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "DirectiveReturned", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Return_(DirectiveStatus from, string what, DirectiveStatus to) => Check(from, Return(), what, to);

    [Theory]
    [InlineData(DirectiveStatus.Issued, "Urged", DirectiveStatus.Issued)]
    [InlineData(DirectiveStatus.Signed, "Urged", DirectiveStatus.Signed)]
    [InlineData(DirectiveStatus.Reported, "Urged", DirectiveStatus.Reported)]
    [InlineData(DirectiveStatus.Concluded, "no", DirectiveStatus.Concluded)]
    [InlineData(DirectiveStatus.Withdrawn, "no", DirectiveStatus.Withdrawn)]
    [InlineData(DirectiveStatus.Refused, "no", DirectiveStatus.Refused)]
    public void Urging(DirectiveStatus from, string what, DirectiveStatus to) =>
        Check(from, new UrgeDirective("at once", null), what, to);

    [Fact]
    public void A_supervisor_concludes_what_was_refused_and_nobody_else()
    {
        var centre = At(DirectiveStatus.Refused);
        var over = centre.View(D).OverAt;
        Refused(RefusalCode.Forbidden, centre.Do(D, Conclusion()));
        Assert.Equal(["DirectiveConcluded"], Events(Done(centre.Do(D, Conclusion(), Supervisor))));
        var view = centre.View(D);
        Assert.Equal((DirectiveStatus.Concluded, over, "not here"), (view.Status, view.OverAt, view.Refusal!.Reason));
        Nothing(centre.Do(D, Conclusion(), Supervisor));
    }

    [Fact]
    public void Nothing_late_is_said_of_what_was_refused()
    {
        var centre = At(DirectiveStatus.Refused);
        var before = centre.View(D).OverAt!.Value.AddSeconds(-10);
        Refused(RefusalCode.WrongStage, centre.Do(D, Signature(before)));
        Refused(RefusalCode.WrongStage, centre.Do(D, Report(at: before)));
        Done(centre.Do(D, Conclusion(), Supervisor));
        Refused(RefusalCode.WrongStage, centre.Do(D, Report(at: before)));
    }

    [Fact]
    public void What_is_given_back_is_reported_again_and_the_first_report_stands_as_the_first()
    {
        var centre = At(DirectiveStatus.Reported);
        var first = centre.View(D).ReportedAt;
        Done(centre.Do(D, Return()));
        var given = Assert.Single(centre.View(D).Returns);
        Assert.Equal(("no place", "location", "wang"), (given.Reason, Assert.Single(given.Fields), given.By));
        Later(centre);
        Done(centre.Do(D, Report(final: false)));
        Assert.Equal(DirectiveStatus.Signed, Status(centre));
        Done(centre.Do(D, Report(at: given.At.AddSeconds(-10))));
        Assert.Equal(DirectiveStatus.Signed, Status(centre));
        Done(centre.Do(D, Report()));
        Assert.Equal((DirectiveStatus.Reported, first), (Status(centre), centre.View(D).ReportedAt));
    }

    [Fact]
    public void A_group_is_taken_back_in_one_decision()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { To = [ToNorth, ToUnit, new DirectiveTo(null, null, "li")] }));
        Done(centre.Do(D.InGroup(1), Refusal()));
        var all = new GroupWithdrawal(new WithdrawDirectiveGroup("settled", null), 3);
        var decision = Done(centre.Do(D, all));
        Assert.Equal([$"{D.Stream} DirectiveWithdrawn", $"{D.InGroup(2).Stream} DirectiveWithdrawn"], Kinds(decision));
        Nothing(centre.Do(D, all));
        Refused(RefusalCode.UnknownReference, "group", centre.Do(D.InGroup(2), all));
        Refused(RefusalCode.UnknownReference, "group", centre.Do(DirectiveId.Of("ghost"), all));
        Refused(RefusalCode.NotYours, centre.Do(D, all, StationActor("north")));
    }

    [Fact]
    public void Who_signs_for_an_external_body_names_who_took_it_over()
    {
        var centre = Manned();
        Done(centre.Do(North, new RegisterBody(
            new RetireStation(new RegisterStation("Railway", null, null, null), null, default), StationKind.Body, true, null, default)));
        Done(centre.Do(D, Order));
        Assert.Equal(["receipt"], Refused(RefusalCode.Incomplete, centre.Do(D, Signature())).Missing);
        Assert.Equal(["receipt"], Refused(RefusalCode.Incomplete, centre.Do(D, Report())).Missing);
        var taker = new Actor("zhou", Roles.CallTaker);
        Done(centre.Do(D, Signature() with { Receipt = new("Liu", "45", null) }, taker));
        Done(centre.Do(D, Report(), taker));
        Assert.Equal("Liu", centre.View(D).Receipt!.Name);
    }

    [Fact]
    public void A_hit_is_final_and_the_look_out_does_not_end_before_it_is_answered()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { Kind = DirectiveKinds.LookOut, ValidUntil = centre.In(60) }));
        Done(centre.Do(D, Report(DirectiveKinds.Hit, final: false) with { Place = new(36.5, 113, null) }));
        Assert.Equal(DirectiveStatus.Reported, Status(centre));
        Until(centre, 100);
        Assert.Equal((DirectiveStatus.Reported, (DateTimeOffset?)null), (Status(centre), centre.State(D.Stream).DueAt));
        Done(centre.Do(D, Return()));
        Assert.Equal(DirectiveStatus.Signed, Status(centre));
        Done(centre.Do(D, FireDirectiveClocks.Instance, Actor.System));
        Assert.Equal((DirectiveStatus.Concluded, DirectiveKinds.Expired), (Status(centre), centre.View(D).Outcome));
    }

    [Fact]
    public void A_final_report_concludes_where_the_issuer_wanted_so()
    {
        var centre = At(DirectiveStatus.Signed, Order with { AutoConclude = true });
        Assert.Equal(["DirectiveReported"], Events(Done(centre.Do(D, Report(final: false)))));
        Assert.Equal(["DirectiveReported", "DirectiveConcluded"], Events(Done(centre.Do(D, Report("safe")))));
        var view = centre.View(D);
        Assert.Equal((DirectiveStatus.Concluded, "safe", 2), (view.Status, view.Outcome, view.ReportCount));
        Assert.False(centre.State(D.Stream).ToBoard().Open);
    }

    [Fact]
    public void What_happened_before_the_end_is_still_recorded_and_moves_nothing()
    {
        var centre = At(DirectiveStatus.Withdrawn);
        var over = centre.View(D).OverAt!.Value;
        Refused(RefusalCode.WrongStage, centre.Do(D, Signature(over)));
        Done(centre.Do(D, Signature(over.AddSeconds(-30))));
        Refused(RefusalCode.WrongStage, centre.Do(D, Signature(over.AddSeconds(-20))));
        Refused(RefusalCode.WrongStage, centre.Do(D, Report(at: over)));
        Assert.Equal(["DirectiveReported"], Events(Done(centre.Do(D, Report(at: over.AddSeconds(-10))))));
        var view = centre.View(D);
        Assert.Equal(
            (DirectiveStatus.Withdrawn, over.AddSeconds(-30), over.AddSeconds(-10)), (view.Status, view.SignedAt, view.ReportedAt));
    }

    [Fact]
    public void A_hit_on_a_look_out_has_a_place()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { Kind = DirectiveKinds.LookOut, ValidUntil = centre.In(600) }));
        Refused(RefusalCode.Invalid, "place", centre.Do(D, Report(DirectiveKinds.Hit)));
        Done(centre.Do(D, Report("nothing")));
        Done(centre.Do(D, Report(DirectiveKinds.Hit) with { Place = new(36.5, 113, null) }));
    }

    [Fact]
    public void Results_are_numbers_and_the_next_report_lies_ahead()
    {
        var centre = At(DirectiveStatus.Signed);
        Refused(RefusalCode.Invalid, "results", centre.Do(
            D, Report() with { Results = new Dictionary<string, double> { ["x"] = double.PositiveInfinity } }));
        Refused(RefusalCode.Invalid, "nextAt", centre.Do(D, Report(final: false, nextAt: centre.Now)));
        Done(centre.Do(D, Report(final: false, nextAt: centre.In(60))));
        Assert.Equal(centre.In(60), centre.View(D).NextAt);
        Done(centre.Do(D, Report()));
        Assert.Null(centre.View(D).NextAt);
    }

    [Fact]
    public void Only_the_newest_reports_are_shown_and_all_are_counted()
    {
        var centre = At(DirectiveStatus.Signed);
        for (var i = 0; i < 25; i++)
            Done(centre.Do(D, Report($"{i}", final: false)));
        var view = centre.View(D);
        Assert.Equal((25, 20, "24"), (view.ReportCount, view.Reports.Count, view.Outcome));
        Assert.Equal(("5", "24"), (view.Reports[0].Outcome, view.Reports[^1].Outcome));
    }

    [Fact]
    public void What_does_not_exist_is_not_found()
    {
        Refused(RefusalCode.NotFound, Manned().Do(D, Signature()));
        Refused(RefusalCode.NotFound, Manned().Do(D, Report()));
        Refused(RefusalCode.NotFound, Manned().Do(D, Conclusion()));
        Refused(RefusalCode.NotFound, Manned().Do(D, Withdrawal()));
    }

    [Fact]
    public void No_time_lies_in_the_future()
    {
        var centre = At(DirectiveStatus.Reported);
        var ahead = centre.In(6);
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(D, Signature(ahead)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(D, Report(at: ahead)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(D, Conclusion() with { OccurredAt = ahead }));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(D, Withdrawal() with { OccurredAt = ahead }));
    }

    private static void Check(DirectiveStatus from, DirectiveCommand command, string what, DirectiveStatus to)
    {
        var centre = At(from);
        var decision = centre.Do(D, command);
        if (what == "same")
            Nothing(decision);
        else if (what == "no")
            Assert.Equal(Word(from), Refused(RefusalCode.WrongStage, decision).Stage);
        else
            Assert.Equal(what.Split(' '), Events(Done(decision)));
        Assert.Equal(to, Status(centre));
    }
}
