using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Replay;

/// <summary>The plan: what becomes a command, and what must come before what.</summary>
public sealed class PlanTests
{
    private const string Ten = "01/01/2017 10:00:00 AM";
    private const string TenFive = "01/01/2017 10:05:00 AM";
    private const string TenTen = "01/01/2017 10:10:00 AM";
    private const string TenThirty = "01/01/2017 10:30:00 AM";

    [Fact]
    public void Stages_of_the_same_second_keep_their_order()
    {
        var plan = Plan(SmallFile.Row("1", "E01", Ten, Ten, Ten, Ten, Ten));

        Assert.Equal(
            [
                StepKind.Register, StepKind.StartDuty, StepKind.TakeCall, StepKind.MakeIncident, StepKind.Send, StepKind.EnRoute,
                StepKind.OnScene, StepKind.Clear, StepKind.Close,
            ],
            plan.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void Stages_with_wrong_clocks_keep_their_order_and_their_times()
    {
        var plan = Plan(SmallFile.Row("1", "E01", TenTen, TenFive, Ten, TenThirty, TenTen));

        Assert.Equal(
            [StepKind.Send, StepKind.EnRoute, StepKind.OnScene, StepKind.Clear],
            plan.Steps.Where(s => s.Response is not null).Select(s => s.Kind));
        Assert.Equal(StepKind.MakeIncident, plan.Steps.Last(s => s.Order < plan.Responses[0].Started.Order).Kind);
        Assert.Equal(30, plan.Responses[0].OnScene!.OccurredAt.Minute);
    }

    [Fact]
    public void A_unit_that_is_available_in_the_second_of_its_next_dispatch_is_not_diverted()
    {
        var plan = Plan(SmallFile.Row("1", "E01", Ten, Ten, Ten, "", TenFive), SmallFile.Row("2", "E01", TenFive, TenFive, "", "", TenTen));

        Assert.Null(plan.Responses[1].TakenFrom);
        Assert.Contains(plan.Responses[0].Cleared!, plan.Responses[1].Started.After);
    }

    [Fact]
    public void A_unit_that_is_sent_on_before_it_is_available_is_taken_off_its_first_incident()
    {
        var plan = Plan(
            SmallFile.Row("1", "E01", Ten, Ten, Ten, "", TenThirty), SmallFile.Row("2", "E01", TenFive, TenFive, "", "", TenTen));

        Assert.Same(plan.Responses[0], plan.Responses[1].TakenFrom);
        Assert.True(plan.Responses[1].Started.Order < plan.Incidents[0].Closed!.Order);
    }

    [Fact]
    public void A_report_that_would_land_on_the_units_newer_assignment_to_the_same_incident_is_never_sent()
    {
        var plan = Plan(
            SmallFile.Row("1", "E01", Ten, Ten, Ten, "", TenThirty),
            SmallFile.Row("2", "E01", TenFive, TenFive, "", "", "01/01/2017 10:06:00 AM"),
            SmallFile.Row("1", "E01", Ten, TenTen, "", "", "01/01/2017 10:40:00 AM"));

        Assert.True(plan.Responses[0].Cleared!.Superseded);
        Assert.False(plan.Responses[2].Cleared!.Superseded);
    }

    [Fact]
    public void Every_step_comes_after_all_that_it_waits_for_and_every_key_is_its_own()
    {
        var plan = Planner.Plan(ShippedDay.Read().Rows, TimeProvider.System.GetUtcNow());

        Assert.All(plan.Steps, s => Assert.All(s.After, before => Assert.True(before.Index < s.Index)));
        Assert.Equal(plan.Steps.Count, plan.Steps.Select(s => s.KeyPart).Distinct().Count());
    }

    [Theory]
    [InlineData("3", 2)]
    [InlineData("2", 3)]
    [InlineData("1", 4)]
    public void The_files_priorities_are_turned_round(string written, int priority) => Assert.Equal(priority, PriorityMap.Of(written));

    [Fact]
    public void What_is_not_known_is_listed_and_not_invented()
    {
        var plan = Planner.Plan(ShippedDay.Read(
            "Incident Number,Unit ID,Received DtTm,Dispatch DtTm,Final Priority,Call Type",
            $"1,E01,{Ten},,E,", $"2,E02,,{Ten},3,Alarms").Rows, TimeProvider.System.GetUtcNow());

        Assert.Equal(
            ["noDispatch row", "noReceipt row", "unknownValue priority", "unknownValue type"],
            plan.NotCarried.Select(n => $"{n.Code} {n.Field}").Order(StringComparer.Ordinal));
        Assert.Null(plan.Incidents.Single().Closed);
    }

    [Fact]
    public void A_time_that_has_not_come_moves_no_closure()
    {
        var plan = Plan(SmallFile.Row("1", "E01", Ten, TenFive, "01/01/2099 10:00:00 AM", "", TenTen));

        Assert.Equal(plan.Responses[0].Row.Times.Available, plan.Incidents[0].Closed!.OccurredAt);
        Assert.Equal(2099, plan.Responses[0].EnRoute!.OccurredAt.Year);
    }

    [Fact]
    public void Rows_of_one_incident_that_disagree_are_listed_and_the_first_holds()
    {
        var plan = Plan(
            SmallFile.Row("1", "E01", Ten, Ten), SmallFile.Row("1", "E02", Ten, Ten).Replace("Alarms", "Other", StringComparison.Ordinal));

        Assert.Equal("Alarms", plan.Incidents.Single().Category);
        Assert.Equal(
            (3, FileCodes.Conflicting, "Other"),
            (plan.NotCarried.Single().Line, plan.NotCarried.Single().Code, plan.NotCarried.Single().Value));
    }

    [Fact]
    public void A_row_that_knows_the_coordinates_holds_over_an_earlier_one_that_does_not()
    {
        var plan = Plan(
            SmallFile.Row("1", "E01", Ten, Ten).Replace("(37.79, -122.42)", string.Empty, StringComparison.Ordinal),
            SmallFile.Row("1", "E02", Ten, Ten));

        Assert.Equal(37.79, plan.Incidents.Single().Place!.Lat);
        Assert.Equal((2, Fields.Place), (plan.NotCarried.Single().Line, plan.NotCarried.Single().Field));
    }

    [Fact]
    public void A_second_call_about_one_incident_joins_it()
    {
        var plan = Plan(
            SmallFile.Row("1", "E01", Ten, Ten), SmallFile.Row("1", "E02", TenFive, TenTen).Replace("C1", "C9", StringComparison.Ordinal));

        Assert.Equal(["C1", "C9"], plan.Incidents.Single().Calls.Select(c => c.Number));
        Assert.Single(plan.Steps, s => s.Kind == StepKind.JoinCall);
    }

    private static ReplayPlan Plan(params string[] rows) => Planner.Plan(SmallFile.Read(rows).Rows, TimeProvider.System.GetUtcNow());
}
