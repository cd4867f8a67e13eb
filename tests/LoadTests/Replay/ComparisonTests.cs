using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Replay;

/// <summary>The comparison must find what a server got wrong, however small.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] Rows =
    [
        SmallFile.Row(
            "1",
            "E01",
            "01/01/2017 10:00:00 AM",
            "01/01/2017 10:01:00 AM",
            "01/01/2017 10:02:00 AM",
            "01/01/2017 10:05:00 AM",
            "01/01/2017 10:30:00 AM"),
        SmallFile.Row("1", "T01", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM", "", "", "01/01/2017 10:10:00 AM"),
        SmallFile.Row(
            "2",
            "E02",
            "01/01/2017 11:00:00 AM",
            "01/01/2017 11:01:00 AM",
            "01/01/2017 11:02:00 AM",
            "01/01/2017 11:05:00 AM",
            "01/01/2017 11:30:00 AM"),
    ];

    [Fact]
    public async Task A_stage_that_is_a_second_off_is_a_difference() =>
        Assert.Equal(["response"], await FieldsAfterAsync(c => E01(c).EnRouteAt = E01(c).EnRouteAt!.Value.AddSeconds(1)));

    [Fact]
    public async Task A_dispatch_that_is_a_second_off_is_a_difference() =>
        Assert.Equal(["dispatch"], await FieldsAfterAsync(c => E01(c).AssignedAt = E01(c).AssignedAt.AddSeconds(-1)));

    [Fact]
    public async Task A_receipt_that_is_a_second_off_is_a_difference() =>
        Assert.Equal(["receipt"], await FieldsAfterAsync(c => First(c).ReceivedAt = First(c).ReceivedAt.AddSeconds(1)));

    [Fact]
    public async Task An_assignment_that_is_gone_is_a_difference() =>
        Assert.Equal(["row"], await FieldsAfterAsync(c => First(c).Assignments.RemoveAt(1)));

    [Fact]
    public async Task An_assignment_that_nobody_made_is_a_difference() =>
        Assert.Equal(
            ["row"], await FieldsAfterAsync(c => First(c).Assignments.Add(new FakeAssignment { UnitId = "E99", Stage = "cleared" })));

    [Fact]
    public async Task A_stage_that_the_file_does_not_have_is_a_difference() =>
        Assert.Contains(
            "on scene", await FieldsAfterAsync(c => First(c).Assignments.Single(a => a.UnitId == "T01").OnSceneAt = First(c).ReceivedAt));

    [Fact]
    public async Task An_availability_that_is_lost_is_a_difference() =>
        Assert.Equal(["available"], await FieldsAfterAsync(c => E01(c).ClearedAt = null));

    [Fact]
    public async Task An_incident_that_is_gone_is_a_difference() =>
        Assert.StartsWith(
            "/incidents/I", Assert.Single(await FieldsAfterAsync(c => c.Incidents.Remove(First(c).Id))), StringComparison.Ordinal);

    [Fact]
    public async Task Another_priority_disposition_and_place_are_differences() =>
        Assert.Equal(["disposition", "place", "priority"], await FieldsAfterAsync(c =>
        {
            First(c).Priority = 1;
            First(c).Disposition = "Other";
            First(c).Location = First(c).Location! with { Lat = 37.7901 };
        }));

    [Fact]
    public async Task A_unit_that_is_still_held_at_the_end_is_a_difference() =>
        Assert.Equal(["unit at the end"], await FieldsAfterAsync(c => c.Units["E02"].IncidentId = "I0002"));

    [Fact]
    public async Task A_report_that_counts_wrongly_is_a_difference()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var result = await ReplayTests.RunAsync(gateway, SmallFile.Read(Rows), "run");
        var facts = ReportCheck.OfCarried(result.Plan, result.Outcomes);
        using var client = TestClient.Of(gateway);
        E01(gateway.Centre).OnSceneAt = E01(gateway.Centre).OnSceneAt!.Value.AddSeconds(1);

        var differences = await new ReportCheck(client).CompareAsync(
            facts,
            result.Plan.Incidents[0].ReceivedAt,
            result.Plan.Incidents[^1].ReceivedAt.AddSeconds(1),
            TestContext.Current.CancellationToken);

        Assert.Contains(differences, d => d.Field == "report by priority, total: travel p90");
    }

    private static FakeIncident First(FakeCentre centre) => centre.Incidents.Values.Single(i => i.Assignments.Any(a => a.UnitId == "E01"));

    private static FakeAssignment E01(FakeCentre centre) => First(centre).Assignments.Single(a => a.UnitId == "E01");

    /// <summary>Replays, breaks the server's books, reads back, and answers the fields that differ.</summary>
    private static async Task<string[]> FieldsAfterAsync(Action<FakeCentre> fault)
    {
        await using var gateway = await FakeGateway.StartAsync();
        var result = await ReplayTests.RunAsync(gateway, SmallFile.Read(Rows), "run");
        Assert.Empty(result.Differences);
        var ids = result.Plan.Incidents.Select(i => result.Outcomes.IdOf(i)!).ToList();
        fault(gateway.Centre);

        using var client = TestClient.Of(gateway);
        var read = await new Reader(client, 4).ReadAsync(
            ids,
            [.. result.Plan.Units.Select(u => u.Id)],
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            () => { },
            TestContext.Current.CancellationToken);
        return [.. new Comparer(result.Plan, result.Outcomes, read).Compare().Select(d => d.Field).Order(StringComparer.Ordinal)];
    }
}
