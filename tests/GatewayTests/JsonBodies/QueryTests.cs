using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.JsonBodies;

public sealed class QueryTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    [Theory]
    [InlineData("/incidents?limit=0", "limit outOfRange")]
    [InlineData("/incidents?limit=201", "limit outOfRange")]
    [InlineData("/incidents?limit=1.5", "limit wrongType")]
    [InlineData("/incidents?limit=-1", "limit wrongType")]
    [InlineData("/incidents?limit=", "limit wrongType")]
    [InlineData("/incidents?limit=99999999999999999999", "limit outOfRange")]
    [InlineData("/incidents?limit=1&limit=2", "limit duplicate")]
    [InlineData("/incidents?status=Open", "status notInList")]
    [InlineData("/incidents?from=yesterday", "from malformed")]
    [InlineData("/incidents?to=2026-01-01", "to malformed")]
    [InlineData("/incidents?to=1999-01-01T00:00:00Z", "to outOfRange")]
    [InlineData("/incidents?colour=red", "colour unknownField")]
    [InlineData("/incidents?q=%00", "q badCharacter")]
    [InlineData("/incidents?cursor=a%20b", "cursor malformed")]
    [InlineData("/incidents?cursor=", "cursor malformed")]
    [InlineData("/incidents?priority=0&unattended=yes&sort=newest", "priority outOfRange|unattended notInList|sort notInList")]
    [InlineData("/incidents?priority=high&unit=a%20b", "priority wrongType|unit malformed")]
    [InlineData("/incidents?near=36.5", "near malformed")]
    [InlineData("/incidents?near=36.5,113,0", "near malformed")]
    [InlineData("/incidents?near=91,113&radius=50001", "near outOfRange|radius outOfRange")]
    [InlineData("/incidents?radius=100", "near required")]
    [InlineData("/incidents?unattended=true&unattended=true", "unattended duplicate")]
    [InlineData("/calls?disposition=solved&incident=a%20b", "disposition notInList|incident malformed")]
    [InlineData("/incidents?limit=x&status=y&from=z&foo=1", "foo unknownField|status notInList|from malformed|limit wrongType")]
    [InlineData("/incidents/i1?at=now", "at malformed")]
    [InlineData("/incidents/i1?version=3", "version unknownField")]
    [InlineData("/incidents/i1/recommendations?count=51", "count outOfRange")]
    [InlineData("/incidents/i1/recommendations?count=0", "count outOfRange")]
    [InlineData("/incidents/i1/trail?after=-1", "after malformed")]
    [InlineData("/incidents/i1/trail?after=x&cursor=y", "after malformed|cursor malformed")]
    [InlineData("/calls?status=rung", "status notInList")]
    [InlineData("/calls/c1?x=1", "x unknownField")]
    [InlineData("/units?status=busy", "status notInList")]
    [InlineData("/units/U1?x=1", "x unknownField")]
    [InlineData("/stations?q=x", "q unknownField")]
    [InlineData("/settings/policies?limit=0&q=x", "q unknownField|limit outOfRange")]
    [InlineData("/settings/policies/P1?x=1", "x unknownField")]
    [InlineData("/settings/policy?x=1", "x unknownField")]
    [InlineData("/overdue?limit=201&unit=a%20b&status=open", "status unknownField|limit outOfRange|unit malformed")]
    [InlineData("/overdue?station=S1&station=S2", "station duplicate")]
    [InlineData("/reports/response-times", "from required|to required")]
    [InlineData("/reports/response-times?from=2026-01-01T00:00:00Z", "to required")]
    [InlineData("/reports/response-times?from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z", "to outOfRange")]
    [InlineData("/reports/response-times?from=2024-01-01T00:00:00Z&to=2025-02-05T00:00:00.001Z", "to outOfRange")]
    [InlineData("/reports/response-times?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&groupBy=day", "groupBy notInList")]
    [InlineData("/reports/summary?groupBy=month", "from required|to required")]
    [InlineData("/reports/summary?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "to outOfRange")]
    [InlineData("/reports/summary?from=2024-01-01T00:00:00Z&to=2025-02-05T00:00:00.001Z", "to outOfRange")]
    [InlineData(
        "/reports/summary?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&groupBy=unit&page=1", "page unknownField|groupBy notInList")]
    public async Task A_bad_query_is_refused_and_every_parameter_named(string path, string errors)
    {
        var reply = (await (await fixture.Gateway.As("supervisor")).Get(path)).Expect(400, "invalid");
        Assert.Equal(errors.Split('|').Order(), reply.Errors.Order());
    }

    [Fact]
    public async Task A_search_for_incidents_may_name_all_its_filters()
    {
        await using var gateway = await TestGateway.Fake();
        IncidentFilter? asked = null;
        gateway.Cluster.OnList = (filter, _) =>
        {
            asked = (IncidentFilter)filter!;
            return Task.FromResult(new ThingPage(null, [], null));
        };
        var person = await gateway.As("auditor");
        (await person.Get(
            "/incidents?status=all&station=S1&category=%E7%9B%97%E7%AA%83&priority=2&unit=P01&disposition=handled&unattended=true"
                + "&near=36.53,113.05&radius=1200&sort=late&q=x")).Expect(200);
        Assert.Equal(
            new IncidentFilter(null, "x", null, null, 50, null)
            {
                Station = "S1",
                Category = "盗窃",
                Priority = 2,
                Unit = UnitId.Of("P01"),
                Disposition = "handled",
                Unattended = true,
                Near = new(36.53, 113.05),
                Radius = 1200,
                Sort = IncidentSort.Late,
            },
            asked);
        (await person.Get("/incidents?near=-36.53,-113.05")).Expect(200);
        Assert.Equal((-36.53, -113.05, 500), (asked!.Near!.Value.Lat, asked.Near.Value.Lon, asked.Radius));
        (await person.Get("/incidents")).Expect(200);
        Assert.Equal(new IncidentFilter(true, null, null, null, 50, null), asked);
    }

    [Fact]
    public async Task A_search_text_is_at_most_200_characters()
    {
        var person = await fixture.Gateway.As("supervisor");
        (await person.Get("/calls?q=" + new string('x', 200))).Expect(200);
        Assert.Equal(["q tooLong"], (await person.Get("/calls?q=" + new string('x', 201))).Expect(400).Errors);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?status=open", true)]
    [InlineData("?status=closed", false)]
    [InlineData("?status=all", null)]
    public async Task Incidents_are_open_ones_unless_asked_otherwise(string query, bool? open)
    {
        await using var gateway = await TestGateway.Fake();
        IncidentFilter? asked = null;
        gateway.Cluster.OnList = (filter, _) => Task.FromResult(Listed(asked = (IncidentFilter)filter!));
        (await (await gateway.As("dispatcher")).Get("/incidents" + query)).Expect(200);
        Assert.Equal(open, asked!.Open);
        Assert.Equal(50, asked.Limit);

        static ThingPage Listed(IncidentFilter _) => new(null, [], null);
    }

    [Fact]
    public async Task A_list_is_items_and_next()
    {
        var reply = (await (await fixture.Gateway.As("dispatcher")).Get("/units")).Expect(200);
        Assert.Equal("""{"items":[{"id":"a"},{"id":"b"}],"next":"bmV4dA"}""", reply.Text);
        Assert.Equal("Authorization", reply.Header("Vary"));
    }

    [Fact]
    public async Task A_trail_comes_as_events_or_line_by_line()
    {
        await using var gateway = await TestGateway.Fake();
        var asked = new List<object?>();
        gateway.Cluster.OnList = (question, _) =>
        {
            asked.Add(question);
            return Task.FromResult(new ThingPage(null, ["""{"hash":"ab","line":"{}"}""", """{"hash":"cd","line":"{}"}"""], "17"));
        };
        var auditor = await gateway.As("auditor");
        var events = (await auditor.Get("/units/U1/trail?after=3&limit=2")).Expect(200);
        Assert.Equal("application/json", events.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("17", events.String("next"));
        var lines = (await auditor.Get("/units/U1/trail?cursor=17", ("Accept", "text/html, application/x-ndjson;q=0.9"))).Expect(200);
        Assert.Equal("application/x-ndjson", lines.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("{\"hash\":\"ab\",\"line\":\"{}\"}\n{\"hash\":\"cd\",\"line\":\"{}\"}\n", lines.Text);
        Assert.Equal("17", lines.Header("Tocsin-Next"));
        var stream = new StreamId(StreamKind.Unit, "U1");
        Assert.Equal(
            [(stream, new JournalPosition(3), 2, false), (stream, new JournalPosition(17), 50, true)],
            asked.Cast<(StreamId, JournalPosition, int, bool)>());
    }

    [Theory]
    [InlineData("GET", "/incidents/a%20b")]
    [InlineData("GET", "/incidents/a%2Fb")]
    [InlineData("GET", "/incidents/12345678901234567890123456789012345678901")]
    [InlineData("GET", "/units/%E8%BD%A6")]
    [InlineData("GET", "/calls/a:b/trail")]
    [InlineData("POST", "/incidents/a%20b/notes")]
    [InlineData("POST", "/incidents/i1/assignments/a%20b/progress")]
    [InlineData("DELETE", "/incidents/i1/links/a%20b")]
    [InlineData("PATCH", "/calls/$")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/")]
    public async Task What_can_be_no_id_and_what_is_no_route_is_not_found(string method, string path)
    {
        var person = await fixture.Gateway.As("supervisor");
        (await person.Send(method, path, method is "POST" or "PATCH" ? "{}" : null)).Expect(404, "notFound");
    }

    [Fact]
    public async Task A_known_path_with_another_method_says_which_it_takes()
    {
        var reply = (await (await fixture.Gateway.As("supervisor")).Delete("/units/U1")).Expect(405, "methodNotAllowed");
        Assert.Contains("GET", reply.ContentHeaders.Allow);
        Assert.Contains("PUT", reply.ContentHeaders.Allow);
    }
}
