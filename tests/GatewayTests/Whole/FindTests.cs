using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What is there can be found: by spelling, by reference, by filters, as a table; with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class FindTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task An_address_is_found_however_it_is_written_and_a_number_without_its_dash()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var street = fixture.Fresh("府前街");
        var half = await Make(dispatcher, new { address = $"{street} 88 号" }, "老人走失，穿蓝色上衣");
        var wide = await Make(dispatcher, new { address = $"{street}８８号" }, "纠纷");
        foreach (var q in new[] { $"{street}88号", $"{street} 88 号", $"{street}８８号", $"88号 {street}" })
            Assert.Equal([wide.Id, half.Id], await Ids(dispatcher, "q=" + Uri.EscapeDataString(q)));
        Assert.Equal([half.Id], await Ids(dispatcher, "q=" + Uri.EscapeDataString($"蓝色 老人 {street}")));
        foreach (var number in new[] { half.Number, half.Number.Replace("-", "", StringComparison.Ordinal) })
            Assert.Equal([half.Id], await Ids(dispatcher, "q=" + number));
    }

    [Fact]
    public async Task A_reference_is_kept_shown_found_and_stands_in_trail_and_table()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var number = fixture.Fresh("EL-19");
        var made = (await dispatcher.Post(
            "/incidents", new { category = "theft", priority = 2, reference = new { system = "neighbour", number } })).Expect(201);
        var id = made.String("id");
        Assert.Equal(number, made.Json.GetProperty("reference").GetProperty("number").GetString());
        Assert.Equal([id], await Ids(dispatcher, "q=" + number.Replace("-", "", StringComparison.Ordinal)));
        Assert.Contains(number, (await dispatcher.Get($"/incidents/{id}/trail")).Expect(200).Text, StringComparison.Ordinal);
        var table = (await dispatcher.Get($"/incidents?q={number}", ("Accept", "text/csv"))).Expect(200);
        Assert.Contains($",neighbour,{number},", table.Text, StringComparison.Ordinal);

        var changed = (await dispatcher.Patch($"/incidents/{id}", new { reference = (object?)null })).Expect(200);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, changed.Json.GetProperty("reference").ValueKind);
        Assert.Empty(await Ids(dispatcher, "q=" + number));
        (await dispatcher.Post("/incidents", new { category = "x", priority = 1, reference = new { system = "", number = "1" } }))
            .Expect(400, "invalid");
        var tooLong = new { system = "s", number = new string('x', 101) };
        Assert.Equal(
            ["reference.number tooLong"],
            (await dispatcher.Patch($"/incidents/{id}", new { reference = tooLong })).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task Filters_hold_together_and_a_trail_and_the_late_list_come_as_tables()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var (category, unit) = (fixture.Fresh("类别"), await fixture.FreeUnit());
        var (id, _) = await Make(dispatcher, new { lat = 10.001, lon = 20.001 }, "x", category);
        await Make(dispatcher, new { lat = 10.03, lon = 20.001 }, "x", category);
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "settled" })).Expect(200);
        var filter = $"status=all&category={Uri.EscapeDataString(category)}";
        Assert.Equal(2, (await Ids(dispatcher, filter)).Length);
        Assert.Equal([id], await Ids(dispatcher, filter + "&near=10,20"));
        Assert.Equal([id], await Ids(dispatcher, filter + $"&unit={unit}&disposition=settled&priority=2"));
        Assert.DoesNotContain(id, await Ids(dispatcher, filter + "&unattended=true&sort=late"));

        var trail = (await dispatcher.Get($"/incidents/{id}/trail?limit=2", ("Accept", "text/csv"))).Expect(200);
        Assert.StartsWith("position,stream,version,kind,", trail.Text, StringComparison.Ordinal);
        Assert.Contains($",incident/{id},1,IncidentCreated,", trail.Text, StringComparison.Ordinal);
        Assert.NotNull(trail.Header("Tocsin-Next"));
        var supervisor = await Gateway.As("supervisor");
        (await supervisor.Get("/overdue", ("Accept", "text/csv"))).Expect(200);
        foreach (var report in new[] { "response-times", "summary" })
        {
            var path = $"/reports/{report}?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z";
            var figures = (await supervisor.Get(path, ("Accept", "text/csv"))).Expect(200);
            Assert.StartsWith("from,to,groupBy,group,figure,value\r\n", figures.Text, StringComparison.Ordinal);
            (await supervisor.Get(path, ("Accept", "application/pdf"))).Expect(406, "notAcceptable");
        }
    }

    [Fact]
    public async Task A_caller_is_found_by_the_end_of_the_number_which_stands_in_no_address()
    {
        var taker = await Gateway.As("callTaker");
        var number = "0355-77" + fixture.Fresh("1").PadRight(5, '3');
        var call = (await taker.Post("/calls", new { callerNumber = number })).Expect(201).String("id");
        foreach (var asked in new[] { number, number.Replace("-", " ", StringComparison.Ordinal), number[^5..] })
        {
            var found = (await taker.Post("/calls/search", new { number = asked })).Expect(200).Json.GetProperty("items");
            var one = found.EnumerateArray().Single(c => c.GetProperty("id").GetString() == call);
            Assert.Equal(number, one.GetProperty("callerNumber").GetString());
        }

        Assert.Equal(["number outOfRange"], (await taker.Post("/calls/search", new { number = "+-138" })).Expect(400, "invalid").Errors);
        Assert.Equal(["number required"], (await taker.Post("/calls/search", new { })).Expect(400, "invalid").Errors);
        (await (await Gateway.As("station")).Post("/calls/search", new { number })).Expect(403);
        (await taker.Get("/calls?number=" + number)).Expect(400, "invalid");
    }

    private static async Task<(string Id, string Number)> Make(Person person, object location, string narrative, string category = "theft")
    {
        // Other tests' stations may be anywhere.
        var made = (await person.Post("/incidents", new { category, priority = 2, location, narrative, confirmed = true })).Expect(201);
        return (made.String("id"), made.String("number"));
    }

    private static async Task<string[]> Ids(Person person, string query) =>
    [
        .. (await person.Get("/incidents?" + query)).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()!),
    ];
}
