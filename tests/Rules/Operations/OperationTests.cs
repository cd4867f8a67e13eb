using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Directives;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Operations;

/// <summary>Several bodies work on incident A together: what is opened, issued, changed and closed in one decision.</summary>
public class OperationTests
{
    private static readonly DirectiveId First = DirectiveId.Of("task");

    private static readonly DirectiveId Second = First.InGroup(1);

    private static readonly StationId Intel = StationId.Of("intel");

    private static readonly StationId South = StationId.Of("south");

    [Fact]
    public void It_opens_with_its_tasks_in_one_decision_and_recipients_join_the_bodies()
    {
        var centre = Manned();
        var decision = Done(centre.Do(A, Two() with { Lead = South }, Supervisor));
        Assert.Equal(
            [
                $"{A.Stream} OperationOpened", $"{First.Stream} DirectiveIssued", $"{Second.Stream} DirectiveIssued",
                $"{A.Stream} DirectiveAttached", $"{A.Stream} DirectiveAttached",
            ],
            Kinds(decision));
        var operation = centre.View(A).Operation!;
        Assert.Equal(
            ("stop the payment", South, "li", centre.Now),
            (operation.Purpose, operation.Lead!.Value, operation.OpenedBy, operation.OpenedAt));
        Assert.Equal([Intel, Orders.North], operation.Bodies);
        Assert.Equal((null, null, null), (operation.ClosedAt, operation.Outcome, operation.Note));
        Assert.Equal([(First, "freeze"), (Second, "verify")], centre.State(A).Directives.Select(d => (d.Id, d.Kind)));
        Assert.Equal(("freeze", First, A), (centre.View(First).Kind, centre.View(First).Group, centre.View(First).IncidentId!.Value));
        Assert.Equal((First, "260301-0004"), (centre.View(Second).Group, centre.View(Second).Number));
    }

    [Fact]
    public void One_operation_is_open_at_a_time_and_one_that_is_closed_may_be_opened_again()
    {
        var centre = Manned();
        Done(centre.Do(A, Empty()));
        Assert.Equal("open", Refused(RefusalCode.WrongStage, centre.Do(A, Two())).Stage);
        Done(centre.Do(A, Closing(), Supervisor));
        Assert.Equal("closed", Refused(RefusalCode.WrongStage, centre.Do(A, Closing(), Supervisor)).Stage);
        Refused(RefusalCode.WrongStage, centre.Do(A, new ChangeOperation([Intel], [], null)));
        Done(centre.Do(A, Empty() with { Purpose = "again" }));
        Assert.Equal(("again", null), (centre.View(A).Operation!.Purpose, centre.View(A).Operation!.Outcome));
        Assert.Equal(2, centre.Journal.Count(h => h.Event is OperationOpened));
        Assert.Equal("none", Refused(RefusalCode.WrongStage, centre.Do(B, Closing(), Supervisor)).Stage);
    }

    [Fact]
    public void A_closed_incident_opens_none_and_closes_the_one_that_is_open()
    {
        var centre = Manned();
        Done(centre.Do(A, Empty()));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Closing(), Supervisor));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Empty()));
    }

    [Fact]
    public void Nobody_unknown_or_retired_leads_takes_part_or_gets_a_task_and_then_nothing_happens()
    {
        var (centre, ghost) = (Manned(), StationId.Of("ghost"));
        Refused(RefusalCode.UnknownReference, "lead", centre.Do(A, Two() with { Lead = ghost }));
        Refused(RefusalCode.UnknownReference, "bodies[1]", centre.Do(A, Two() with { Bodies = [Intel, ghost] }));
        Refused(RefusalCode.UnknownReference, "tasks[1].to.station", centre.Do(A, With(Orders.Order, To(ghost))));
        var noUnit = Orders.Order with { To = [new DirectiveTo(null, UnitId.Of("ghost"), null)] };
        Refused(RefusalCode.UnknownReference, "tasks[0].to.unit", centre.Do(A, With(noUnit)));
        Refused(RefusalCode.UnknownReference, "tasks[0].parties[0]", centre.Do(A, With(Orders.Order with { Parties = [1] })));
        var transfer = Orders.Order with { Kind = DirectiveKinds.Transfer };
        Refused(RefusalCode.UnknownReference, "tasks[0].to", centre.Do(A, With(transfer)));
        Refused(RefusalCode.Invalid, "tasks[0].nextAt", centre.Do(A, With(Orders.Order with { Kind = DirectiveKinds.FollowUp })));
        Done(centre.Do(South, new RetireStation(new RegisterStation("South", null, null, null), true, default)));
        Refused(RefusalCode.UnknownReference, "bodies[0]", centre.Do(A, Two() with { Bodies = [South] }));
        Assert.Null(centre.View(A).Operation);
    }

    [Fact]
    public void There_are_no_more_open_directives_and_bodies_than_an_incident_may_have()
    {
        var centre = Manned();
        for (var i = 0; i < 99; i++)
            Done(centre.Do(DirectiveId.Of($"d{i}"), Orders.Order with { IncidentId = A }));
        Refused(RefusalCode.LimitReached, centre.Do(A, Two()));
        Done(centre.Do(A, With(Orders.Order)));
        List<StationId> many = [.. Enumerable.Range(0, 50).Select(i => StationId.Of($"s{i}"))];
        many.ForEach(s => Done(centre.Do(s, new RegisterStation(s.Value, null, null, null))));
        Refused(RefusalCode.LimitReached, centre.Do(A, new ChangeOperation(many, [], null)));
        Done(centre.Do(A, new ChangeOperation(many, [Orders.North], null)));
        var more = With(Orders.Order) with { Bodies = many, FirstDirective = DirectiveId.Of("x") };
        Refused(RefusalCode.LimitReached, centre.Do(B, more));
    }

    [Fact]
    public void Bodies_join_and_leave_and_only_what_differs_is_recorded()
    {
        var centre = Manned();
        Done(centre.Do(A, Two()));
        var changed = Done(centre.Do(A, new ChangeOperation([South, Intel], [Orders.North, StationId.Of("ghost")], null))).Events[0].Event;
        var told = Assert.IsType<OperationChanged>(changed);
        Assert.Equal([South], told.Added);
        Assert.Equal([Orders.North], told.Removed);
        Assert.Equal([Intel, South], centre.View(A).Operation!.Bodies);
        Nothing(centre.Do(A, new ChangeOperation([South], [Orders.North], null)));
        Refused(RefusalCode.UnknownReference, "add[0]", centre.Do(A, new ChangeOperation([StationId.Of("ghost")], [], null)));
    }

    [Fact]
    public void Bodies_and_lead_see_the_incident_while_it_is_open()
    {
        var centre = Manned();
        Assert.Empty(Seeing(centre));
        Done(centre.Do(A, Empty() with { Lead = South, Bodies = [Intel] }));
        Assert.Equal([Intel, South], Seeing(centre));
        Assert.Contains("involved:intel", centre.State(A).Listing!.Keys);
        Done(centre.Do(A, new ChangeOperation([], [Intel], null)));
        Assert.Equal([South], Seeing(centre));
        Assert.DoesNotContain("involved:intel", centre.State(A).Listing!.Keys);
        Done(centre.Do(A, Closing(), Supervisor));
        Assert.Empty(Seeing(centre));
    }

    [Fact]
    public void It_is_closed_with_the_tasks_that_are_reported_and_not_while_another_is_open()
    {
        var centre = Manned();
        Done(centre.Do(A, Two()));
        Done(centre.Do(First, Orders.Report("stopped")));
        Refused(RefusalCode.DirectivesOpen, centre.Do(A, Closing(), Supervisor));
        Done(centre.Do(Second, Orders.Signature()));
        Refused(RefusalCode.DirectivesOpen, centre.Do(A, Closing(), Supervisor));
        Done(centre.Do(Second, Orders.Report("seen")));
        var decision = Done(centre.Do(A, Closing(), Supervisor));
        Assert.Equal(
            [
                $"{A.Stream} OperationClosed", $"{First.Stream} DirectiveConcluded", $"{Second.Stream} DirectiveConcluded",
                $"{A.Stream} DirectiveMoved", $"{A.Stream} DirectiveMoved",
            ],
            Kinds(decision));
        Assert.Equal((DirectiveStatus.Concluded, "stopped"), (centre.View(First).Status, centre.View(First).Outcome));
        var operation = centre.View(A).Operation!;
        Assert.Equal(
            (OperationOutcome.Supported, "paid back", centre.Now, 5000.0),
            (operation.Outcome!.Value, operation.Note, operation.ClosedAt!.Value, operation.Results["lossPrevented"]));
    }

    [Fact]
    public void Tasks_that_are_not_reported_are_withdrawn_where_that_is_wanted()
    {
        var centre = Manned();
        Done(centre.Do(A, Two()));
        Done(centre.Do(First, Orders.Signature()));
        Done(centre.Do(A, Closing() with { Withdraw = true }, Supervisor));
        Assert.Equal(
            [DirectiveStatus.Withdrawn, DirectiveStatus.Withdrawn], centre.State(A).Directives.Select(d => d.Status));
    }

    [Fact]
    public void What_replaced_a_task_is_one_and_other_directives_go_on()
    {
        var (centre, instead) = (Manned(), DirectiveId.Of("instead"));
        Done(centre.Do(A, With(Orders.Order)));
        Done(centre.Do(Orders.D, Orders.OnIncident));
        Done(centre.Do(First, Orders.Refusal()));
        Done(centre.Do(instead, Orders.OnIncident with { Replaces = First }));
        Refused(RefusalCode.DirectivesOpen, centre.Do(A, Closing(), Supervisor));
        Done(centre.Do(instead, Orders.Report()));
        Done(centre.Do(A, Closing(), Supervisor));
        Assert.Equal(
            [DirectiveStatus.Refused, DirectiveStatus.Issued, DirectiveStatus.Concluded], centre.State(A).Directives.Select(d => d.Status));
    }

    [Fact]
    public void Results_have_listed_words()
    {
        var centre = Manned();
        centre.Closing = new ClosingRules(
            new ClosingSettings([], ["found"]), new CategoryClasses(new Dictionary<string, IReadOnlyList<string>>()));
        Done(centre.Do(A, Empty()));
        Refused(RefusalCode.UnknownReference, "results.lossPrevented", centre.Do(A, Closing(), Supervisor));
        Done(centre.Do(A, Closing() with { Results = new Dictionary<string, double> { ["found"] = 1 } }, Supervisor));
    }

    [Fact]
    public void A_repeat_with_an_id_that_another_command_took_is_a_conflict()
    {
        var centre = Manned();
        Done(centre.Do(A, Two()));
        Refused(RefusalCode.Conflict, centre.Do(B, Two()));
    }

    [Fact]
    public void What_it_was_for_and_what_was_noted_is_erased_with_the_notes()
    {
        var centre = Manned();
        Done(centre.Do(A, Empty()));
        Done(centre.Do(A, Closing(), Supervisor));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new AskIncidentErasure([Tocsin.Erasing.ErasureField.Notes], "asked")));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Assert.Equal((null, null), (centre.View(A).Operation!.Purpose, centre.View(A).Operation!.Note));
        Assert.Equal(OperationOutcome.Supported, centre.View(A).Operation!.Outcome);
    }

    private static OpenOperation Empty() => new("stop the payment", null, [], [], First, null);

    private static OpenOperation With(params IssueDirectives[] tasks) => Empty() with { Tasks = tasks };

    private static OpenOperation Two() => With(To(Intel) with { Kind = "freeze" }, Orders.Order) with { Bodies = [Intel] };

    private static IssueDirectives To(StationId station) => Orders.Order with { To = [new DirectiveTo(station, null, null)] };

    private static CloseOperation Closing() => new(
        OperationOutcome.Supported, new Dictionary<string, double> { ["lossPrevented"] = 5000 }, "paid back", Withdraw: false, null);

    // Of the three stations, those that may read incident A.
    private static List<StationId> Seeing(Centre centre) => [.. new[] { Intel, Orders.North, South }.Where(s =>
        IncidentAccess.MayRead(centre.View(A), StationActor(s.Value), centre.Now))];

    private static Centre Manned()
    {
        var centre = Orders.Manned();
        Done(centre.Do(Intel, new RegisterStation("Intel", null, null, null)));
        Done(centre.Do(South, new RegisterStation("South", null, null, null)));
        return centre;
    }
}
