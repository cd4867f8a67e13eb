using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Incidents.AssignmentStage;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class ProgressTests
{
    /// <summary>The contract's table, cell by cell: y moves on, s same, l late (an empty time is filled in), n refused.</summary>
    public static TheoryData<AssignmentStage, AssignmentStage, char> Table()
    {
        AssignmentStage[] columns = [Acknowledged, EnRoute, OnScene, Cleared, Declined, Cancelled];
        var rows = new Dictionary<AssignmentStage, string>
        {
            [Assigned] = "yyyyyy",
            [Acknowledged] = "syyyyy",
            [EnRoute] = "lsyyny",
            [OnScene] = "llsynn",
            [Cleared] = "lllsnn",
            [Declined] = "lllnnn",
            [Cancelled] = "lllnnn",
            [Diverted] = "lllnnn",
        };
        var data = new TheoryData<AssignmentStage, AssignmentStage, char>();
        foreach (var (row, cells) in rows)
        {
            for (var i = 0; i < columns.Length; i++)
                data.Add(row, columns[i], cells[i]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_cell_of_the_table_holds(AssignmentStage from, AssignmentStage to, char cell)
    {
        var centre = Skipping(from);
        var before = centre.State(A);
        var at = before.Assignments[0].ClearedAt ?? centre.Now;
        var decision = centre.Do(A, Report(One, to, at));
        var after = Of(centre, A);
        switch (cell)
        {
            case 'y':
                Done(decision);
                Assert.Equal(to, after.Stage);
                Assert.Equal(at, Time(after, to));
                Assert.Equal(
                    [
                        $"incident/inc-a {Kind(to)}",
                        $"unit/P1 {(to.IsActive() ? nameof(Tocsin.Units.Progressed) : nameof(Tocsin.Units.Released))}",
                    ],
                    Kinds(decision));
                break;
            case 's':
                Nothing(decision);
                Assert.Equal(before, centre.State(A));
                break;
            case 'l':
                Assert.Equal([$"incident/inc-a {Kind(to)}"], Kinds(Done(decision)));
                Assert.Equal(from, after.Stage);
                Assert.Equal(at, Time(after, to));
                Assert.True((bool)decision.Events[0].Event.GetType().GetProperty("Late")!.GetValue(decision.Events[0].Event)!);
                break;
            default:
                Assert.Equal(Word(from), Refused(RefusalCode.WrongStage, decision).Stage);
                Assert.Equal(before, centre.State(A));
                break;
        }
    }

    [Theory]
    [InlineData(EnRoute, Acknowledged)]
    [InlineData(OnScene, Acknowledged)]
    [InlineData(OnScene, EnRoute)]
    public void A_late_report_fills_in_only_what_is_empty(AssignmentStage from, AssignmentStage to)
    {
        var centre = At(from);
        var before = Of(centre, A);
        Refused(RefusalCode.WrongStage, centre.Do(A, Report(One, to, Centre.Start)));
        Assert.Equal(before, Of(centre, A));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-60, true)]
    [InlineData(0.001, false)]
    public void Once_it_is_over_a_late_time_is_not_after_its_end(double seconds, bool taken)
    {
        var centre = At(Cancelled);
        var decision = centre.Do(A, Report(One, OnScene, Of(centre, A).ClearedAt!.Value.AddSeconds(seconds)));
        if (taken)
            Done(decision);
        else
            Refused(RefusalCode.WrongStage, decision);
    }

    [Fact]
    public void A_late_time_without_occurredAt_is_now_and_so_too_late()
    {
        Refused(RefusalCode.WrongStage, At(Cleared).Do(A, Report(One, OnScene)));
    }

    [Fact]
    public void A_closed_incident_takes_late_times()
    {
        var centre = At(EnRoute);
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Report(One, OnScene, centre.Now)));
        Assert.Equal(Cleared, Of(centre, A).Stage);
        Assert.Equal(IncidentStatus.Closed, centre.View(A).Status);
    }

    [Fact]
    public void No_order_is_enforced_between_reports()
    {
        var centre = At(EnRoute);
        Done(centre.Do(A, For(1, Report(One, OnScene, Centre.Start.AddYears(-1)))));
        Assert.Equal(Centre.Start.AddYears(-1), Of(centre, A).OnSceneAt);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(5.001, false)]
    public void A_time_is_at_most_five_seconds_ahead(double seconds, bool taken)
    {
        var centre = At(Assigned);
        var decision = centre.Do(A, Report(One, EnRoute, centre.In(seconds)));
        if (taken)
            Done(decision);
        else
            Refused(RefusalCode.OccurredAtInFuture, "occurredAt", decision);
    }

    [Fact]
    public void A_unit_that_never_was_on_the_incident_is_not_found() =>
        Refused(RefusalCode.NotFound, Ready().Do(A, Report(One, Acknowledged)));

    [Fact]
    public void An_unknown_unit_and_an_unknown_incident_are_not_found()
    {
        Refused(RefusalCode.NotFound, Ready().Do(A, Report(Tocsin.Identity.UnitId.Of("ghost"), Acknowledged)));
        Refused(RefusalCode.NotFound, Ready().Do(C, Report(One, Acknowledged)));
    }

    [Theory]
    [InlineData(Assigned)]
    [InlineData(Diverted)]
    public void What_is_not_a_report_is_invalid(AssignmentStage stage) =>
        Refused(RefusalCode.Invalid, "stage", At(Acknowledged).Do(A, Report(One, stage)));

    [Fact]
    public void A_report_means_the_active_assignment_else_the_latest()
    {
        var centre = At(Declined);
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Report(One, EnRoute)));
        Assert.Null(Of(centre, A).EnRouteAt);
        Assert.Equal(centre.Now, Of(centre, A, 1).EnRouteAt);
        Done(centre.Do(A, Report(One, Cleared)));
        Done(centre.Do(A, Report(One, OnScene, centre.Now)));
        Assert.Null(Of(centre, A).OnSceneAt);
        Assert.Equal(centre.Now, Of(centre, A, 1).OnSceneAt);
    }

    [Fact]
    public void A_report_for_an_incident_that_it_left_does_not_touch_the_next_one()
    {
        var centre = At(Diverted);
        Done(centre.Do(A, Report(One, OnScene, Of(centre, A).ClearedAt)));
        Assert.Equal(Tocsin.Units.UnitStatus.Assigned, centre.View(One).Status);
        Assert.Equal(B, centre.View(One).IncidentId);
        Assert.Null(Of(centre, B).OnSceneAt);
    }

    // The shortest way to a stage, so that every time before it is empty.
    private static Centre Skipping(AssignmentStage stage)
    {
        if (stage is Assigned or Diverted or Cleared or Declined or Cancelled)
            return At(stage);
        var centre = At(Assigned);
        Done(centre.Do(A, Report(One, stage)));
        Later(centre);
        return centre;
    }

    private static DateTimeOffset? Time(AssignmentView a, AssignmentStage stage) => stage switch
    {
        Acknowledged => a.AcknowledgedAt,
        EnRoute => a.EnRouteAt,
        OnScene => a.OnSceneAt,
        _ => a.ClearedAt,
    };

    private static string Kind(AssignmentStage stage) => "Unit" + stage;
}
