using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The callers of closed incidents are asked, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class AskedCallerTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_dissatisfied_caller_is_the_stations_task_and_the_answer_is_a_repeat_under_its_key()
    {
        var (station, incident) = await ClosedAsync();
        var taker = await Gateway.As("callTaker", "ct");
        var body = new
        {
            way = "phone",
            reached = true,
            satisfaction = "dissatisfied",
            about = new[] { "speed" },
            note = "两个小时才到",
        };
        var made = (await taker.Post($"/incidents/{incident}/call-backs", body, ("Idempotency-Key", "k"))).Expect(200);
        var callBack = Assert.Single(made.Json.GetProperty("callBacks").EnumerateArray());
        var directive = callBack.GetProperty("directiveId").GetString();
        Assert.Equal((1, "ct", "speed"), (
            callBack.GetProperty("n").GetInt32(),
            callBack.GetProperty("by").GetString(),
            callBack.GetProperty("about")[0].GetString()));
        var again = (await taker.Post($"/incidents/{incident}/call-backs", body, ("Idempotency-Key", "k"))).Expect(200);
        Assert.Equal((made.Int("version"), "true"), (again.Int("version"), again.Header("Idempotency-Replayed")));
        Assert.Single(again.Json.GetProperty("callBacks").EnumerateArray());

        // The station has it before it has signed for anything, and reads what the caller said.
        var desk = await Gateway.As("station", station: station);
        var order = (await desk.Get("/directives/" + directive)).Expect(200);
        Assert.Equal(("rectify", "issued", incident), (order.String("kind"), order.String("status"), order.String("incidentId")));
        Assert.Equal(("ct", "callTaker"), (
            order.Json.GetProperty("from").GetProperty("subject").GetString(),
            order.Json.GetProperty("from").GetProperty("role").GetString()));
        var read = (await desk.Get("/incidents/" + incident)).Expect(200).Json;
        Assert.Equal("两个小时才到", read.GetProperty("callBacks")[0].GetProperty("note").GetString());
        Assert.Equal(directive, read.GetProperty("directives")[0].GetProperty("id").GetString());
        Assert.Equal(
            ["IncidentClosed", "CallBackMade", "DirectiveAttached"],
            (await taker.Get($"/incidents/{incident}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()).TakeLast(3));
        (await desk.Post($"/directives/{directive}/reports", new { outcome = "已整改" })).Expect(200);
        var supervisor = await Gateway.As("supervisor");
        var closing = (await supervisor.Post($"/directives/{directive}/conclusion", new { outcome = "good" })).Expect(200);
        Assert.Equal("concluded", closing.String("status"));
    }

    [Fact]
    public async Task Of_an_open_incident_nobody_is_asked_and_without_a_station_nobody_puts_anything_right()
    {
        var open = await fixture.Incident(await StationAsync());
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{open}/call-backs", Answered("satisfied"))).Expect(409, "wrongStage");
        (await dispatcher.Post("/incidents/nobody/call-backs", Answered("satisfied"))).Expect(404, "notFound");

        // No place and no station is named: it belongs to none.
        var nobodys = (await dispatcher.Post("/incidents", new { category = "theft", priority = 4, location = (object?)null })).Expect(201);
        Assert.Null(nobodys.Json.GetProperty("station").GetString());
        var id = nobodys.String("id");
        (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "settled" })).Expect(200);
        var refused = (await dispatcher.Post($"/incidents/{id}/call-backs", Answered("dissatisfied"))).Expect(422, "incomplete");
        Assert.Equal("""["owner"]""", refused.Json.GetProperty("missing").GetRawText());
        Assert.Equal("[]", (await dispatcher.Get("/incidents/" + id)).Expect(200).Json.GetProperty("callBacks").GetRawText());
        (await dispatcher.Post($"/incidents/{id}/call-backs", Answered("fairly"))).Expect(200);
    }

    [Theory]
    [InlineData("{}", "way required", "reached required")]
    [InlineData("""{"way":"pigeon","reached":true}""", "way notInList")]
    [InlineData("""{"way":"phone","reached":"yes"}""", "reached wrongType")]
    [InlineData("""{"way":"phone","reached":true,"satisfaction":"good"}""", "satisfaction notInList")]
    [InlineData("""{"way":"phone","reached":true,"about":["speed","speed"]}""", "about[1] duplicate")]
    [InlineData("""{"way":"phone","reached":true,"about":["price"]}""", "about[0] notInList")]
    [InlineData("""{"way":"phone","reached":false,"satisfaction":"fairly"}""", "satisfaction tooMany")]
    [InlineData("""{"way":"phone","reached":false,"about":["speed"]}""", "about tooMany")]
    [InlineData("""{"way":"phone","reached":true,"note":" "}""", "note blank")]
    [InlineData("""{"way":"phone","reached":true,"mood":"good"}""", "mood unknownField")]
    public async Task What_is_impossible_is_refused_and_named(string body, params string[] errors)
    {
        var (_, incident) = await ClosedAsync();
        var path = $"/incidents/{incident}/call-backs";
        Assert.Equal(errors, (await (await Gateway.As("dispatcher")).Post(path, body)).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task Two_who_call_back_at_once_both_stand_there_and_each_directive_has_its_call_back()
    {
        var (_, incident) = await ClosedAsync();
        var (first, second) = (await Gateway.As("callTaker", "one"), await Gateway.As("callTaker", "two"));
        var path = $"/incidents/{incident}/call-backs";
        for (var i = 0; i < 5; i++)
        {
            var replies = await Task.WhenAll(
                first.Post(path, Answered("dissatisfied")), second.Post(path, Answered("dissatisfied")));
            Assert.All(replies, r => r.Expect(200));
        }

        var read = (await first.Get("/incidents/" + incident)).Expect(200).Json;
        var made = read.GetProperty("callBacks").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 10), made.Select(c => c.GetProperty("n").GetInt32()));
        Assert.Equal(
            made.Select(c => c.GetProperty("directiveId").GetString()).Order(),
            read.GetProperty("directives").EnumerateArray().Select(d => d.GetProperty("id").GetString()).Order());
    }

    [Fact]
    public async Task Who_saw_an_older_version_does_not_call_back_twice()
    {
        var (_, incident) = await ClosedAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var seen = ("If-Match", $"\"{(await dispatcher.Get("/incidents/" + incident)).Expect(200).Int("version")}\"");
        var path = $"/incidents/{incident}/call-backs";
        var replies = await Task.WhenAll(
            dispatcher.Post(path, Answered("satisfied"), seen), dispatcher.Post(path, Answered("satisfied"), seen));
        Assert.Equal([200, 412], replies.Select(r => r.Status).Order());
    }

    private static object Answered(string satisfaction) => new { way = "phone", reached = true, satisfaction };

    private async Task<string> StationAsync()
    {
        var station = fixture.Fresh("Q");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return station;
    }

    private async Task<(string Station, string Incident)> ClosedAsync()
    {
        var station = await StationAsync();
        var incident = await fixture.Incident(station);
        (await (await Gateway.As("dispatcher")).Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        return (station, incident);
    }
}
