using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>A response plan is committed: each place to its unit or to the next best, in one append.</summary>
public class CommittingTests
{
    [Fact]
    public void All_units_of_the_plan_are_assigned_in_one_append_with_their_twins()
    {
        var centre = Ready();
        var decision = Done(centre.Do(A, Plan([Place(One), Place(Two)])));
        Assert.Equal(
            ["incident/inc-a UnitAssigned", "unit/P1 Assigned", "incident/inc-a UnitAssigned", "unit/P2 Assigned"], Kinds(decision));
        Assert.Equal("P1 P2, 0 replaced, 0 missing", Words(decision));
    }

    [Fact]
    public void Whom_somebody_else_took_the_next_best_replaces_at_once()
    {
        var centre = Ready();
        Done(centre.Do(B, Assignment(One)));
        var decision = Done(centre.Do(A, Plan([Place(One, Two, Three)])));
        Assert.Equal([Two], Read(decision).Assigned);
        var replaced = Assert.Single(Read(decision).Replaced);
        Assert.Equal(new ReplacedUnit(One, Two, UnitRefusalCode.Busy, B), replaced);
    }

    [Fact]
    public void A_next_best_that_is_gone_too_is_passed_over_and_no_unit_is_taken_twice()
    {
        var centre = Ready();
        Done(centre.Do(B, Assignment(One, Two)));
        var decision = Done(centre.Do(A, Plan([Place(One, Two, Three), Place(Two, One, Three)])));
        Assert.Equal("P3, 2 replaced, 1 missing", Words(decision));
        Assert.Equal(new PlanShortfall("car", 1), Assert.Single(Read(decision).Missing));
        Assert.Null(Read(decision).Replaced[1].By);
    }

    [Fact]
    public void Nobody_goes_instead_who_has_a_place_of_his_own()
    {
        var centre = Ready();
        Done(centre.Do(B, Assignment(One)));
        var decision = Done(centre.Do(A, Plan([Place(One, Two, Three), Place(Two)])));
        Assert.Equal([Three, Two], Read(decision).Assigned);
    }

    [Fact]
    public void Who_is_on_the_incident_already_fills_his_place_and_nobody_comes_instead()
    {
        var centre = Ready();
        Done(centre.Do(A, Assignment(One)));
        var again = centre.Do(A, Plan([Place(One, Two)]));
        Nothing(again);
        Assert.Equal(", 0 replaced, 0 missing", Words(again));
    }

    [Fact]
    public void When_nobody_can_be_taken_it_is_refused_with_all_of_them()
    {
        var centre = Ready();
        Done(centre.Do(B, Assignment(One)));
        Done(centre.Do(Two, OffDuty()));
        var refusal = Refused(RefusalCode.UnitBusy, centre.Do(A, Plan([Place(One), Place(Two)])));
        Assert.Equal([new UnitRefusal(One, UnitRefusalCode.Busy, B), new UnitRefusal(Two, UnitRefusalCode.OffDuty, null)], refusal.Units);
        Refused(RefusalCode.UnitBusy, centre.Do(A, Plan([]) with { Missing = [new PlanShortfall("car", 1)] }));
        Nothing(centre.Do(A, Plan([])));
    }

    [Fact]
    public void A_closed_incident_an_unknown_unit_and_a_plan_that_could_not_be_made_are_refused()
    {
        var centre = Ready();
        Refused(
            RefusalCode.LocationUnknown,
            centre.Do(A, Plan([Place(One)]) with { Refusal = new Refusal(RefusalCode.LocationUnknown, "no") }));
        Refused(RefusalCode.UnknownReference, "unitIds", centre.Do(A, Plan([Place(One), Place(UnitId.Of("ghost"))])));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Plan([Place(One)]) with { OccurredAt = centre.In(6) }));
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Plan([Place(One)])));
    }

    [Fact]
    public void The_next_best_are_asked_for_only_when_somebody_is_gone()
    {
        var centre = Ready();
        var plan = Plan([Place(One, Two)]);
        var seen = StateSet.Empty.With(centre.State(A.Stream)).With(centre.State(One.Stream));
        Assert.Equal([A.Stream, One.Stream], IncidentStreams.Commit(A.Stream, plan, seen));
        Done(centre.Do(B, Assignment(One)));
        seen = StateSet.Empty.With(centre.State(A.Stream)).With(centre.State(One.Stream));
        Assert.Equal([A.Stream, One.Stream, Two.Stream], IncidentStreams.Commit(A.Stream, plan, seen));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public void Whatever_is_busy_every_free_unit_of_one_place_is_found_and_none_is_assigned_twice(bool one, bool two, bool three)
    {
        var centre = Ready();
        UnitId[] busy = [.. new[] { (One, one), (Two, two), (Three, three) }.Where(u => u.Item2).Select(u => u.Item1)];
        if (busy.Length > 0)
            Done(centre.Do(B, Assignment(busy)));
        var decision = centre.Do(A, Plan([Place(One, Two, Three)]));
        var expected = new[] { One, Two, Three }.Except(busy).Take(1).ToArray();
        if (expected.Length == 0)
            Refused(RefusalCode.UnitBusy, decision);
        else
            Assert.Equal(expected, Read(decision).Assigned);
    }

    private static PlanPlace Place(UnitId unit, params UnitId[] instead) => new(unit, "car", instead);

    private static CommitPlan Plan(IReadOnlyList<PlanPlace> places) => new(places, [], null, null);

    private static PlanOutcome Read(Decision decision) => TocsinJson.Read<PlanOutcome>("{" + decision.Extra + "}");

    private static string Words(Decision decision) =>
        Read(decision) is var o
            ? $"{string.Join(' ', o.Assigned)}, {o.Replaced.Count} replaced, {o.Missing.Sum(m => m.Count)} missing"
            : "";
}
