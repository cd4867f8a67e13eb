using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.JsonBodies;

/// <summary>The limits of each field, at the limit and one beyond.</summary>
public sealed class FieldTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private static string X(int length) => new('x', length);

    public static TheoryData<string, string, string> Wrong() => new()
    {
        { "POST /incidents", "{}", "category required|priority required" },
        { "POST /incidents", """{"category":null,"priority":null}""", "category required|priority required" },
        { "POST /incidents", """{"category":" ","priority":0}""", "category blank|priority outOfRange" },
        { "POST /incidents", """{"category":"x","priority":5}""", "priority outOfRange" },
        { "POST /incidents", """{"category":"x","priority":1.0}""", "priority wrongType" },
        { "POST /incidents", """{"category":"x","priority":99999999999999}""", "priority outOfRange" },
        { "POST /incidents", """{"category":"x","priority":"1"}""", "priority wrongType" },
        { "POST /incidents", $$"""{"category":"{{X(101)}}","priority":1}""", "category tooLong" },
        { "POST /incidents", $$"""{"category":"x","priority":1,"narrative":"{{X(4001)}}"}""", "narrative tooLong" },
        { "POST /incidents", $$"""{"category":"x","priority":1,"station":"{{X(101)}}"}""", "station tooLong" },
        { "POST /incidents", $$$"""{"category":"x","priority":1,"location":{"address":"{{{X(201)}}}"}}""", "location.address tooLong" },
        { "POST /incidents", """{"category":"x","priority":1,"location":{"lat":36}}""", "location.lon required" },
        { "POST /incidents", """{"category":"x","priority":1,"location":{"lon":36,"lat":null}}""", "location.lat required" },
        {
            "POST /incidents",
            """{"category":"x","priority":1,"location":{"lat":90.01,"lon":180.01}}""",
            "location.lat outOfRange|location.lon outOfRange"
        },
        { "POST /incidents", """{"category":"x","priority":1,"location":{"lat":"36","lon":1}}""", "location.lat wrongType" },
        { "POST /incidents", """{"category":"x","priority":1,"location":{"lat":1e400,"lon":1}}""", "location.lat outOfRange" },
        {
            "POST /incidents",
            """{"category":"x","priority":1,"location":{"Lat":1,"lon":1}}""",
            "location.Lat unknownField|location.lat required"
        },
        {
            "POST /incidents",
            """{"category":"x","priority":1,"location":{"lat":1,"lon":1,"accuracy":-1,"confidence":101,"method":" ","at":"now"}}""",
            "location.accuracy outOfRange|location.confidence outOfRange|location.method blank|location.at malformed"
        },
        { "POST /incidents", """{"category":"x","priority":1,"callId":"a/b"}""", "callId malformed" },
        { "POST /incidents", $$"""{"category":"x","priority":1,"callId":"{{X(41)}}"}""", "callId malformed" },
        { "POST /incidents", """{"category":"x","priority":1,"callId":""}""", "callId malformed" },
        { "POST /incidents", """{"category":"x","priority":1,"exercise":"yes"}""", "exercise wrongType" },
        { "POST /incidents", """{"category":"x","priority":1,"occurredAt":"2026-01-02"}""", "occurredAt malformed" },
        { "POST /incidents", """{"category":"x","priority":1,"occurredAt":"2026-01-02T03:04:05"}""", "occurredAt malformed" },
        { "POST /incidents", """{"category":"x","priority":1,"occurredAt":"2026-02-30T03:04:05Z"}""", "occurredAt malformed" },
        { "POST /incidents", """{"category":"x","priority":1,"occurredAt":"1999-12-31T23:59:59.999Z"}""", "occurredAt outOfRange" },
        { "POST /incidents", """{"category":"x","priority":1,"occurredAt":1}""", "occurredAt wrongType" },
        { "POST /incidents", """{"Category":"x","priority":1}""", "Category unknownField|category required" },
        { "PATCH /incidents/i1", """{"category":null,"priority":null}""", "category required|priority required" },
        { "PATCH /incidents/i1", """{"status":"closed"}""", "status unknownField" },
        { "POST /incidents/i1/notes", """{"text":""}""", "text blank" },
        { "POST /incidents/i1/notes", $$"""{"text":"{{X(4001)}}"}""", "text tooLong" },
        { "POST /incidents/i1/messages", "{}", "text required" },
        { "POST /incidents/i1/messages", $$"""{"text":"{{X(1001)}}","incidentId":"i1"}""", "text tooLong|incidentId unknownField" },
        { "POST /incidents/i1/messages/m1/reading", """{"occurredAt":1}""", "occurredAt wrongType" },
        { "POST /units/U1/messages", """{"text":" ","incidentId":"a/b"}""", "text blank|incidentId malformed" },
        {
            "POST /units/U1/panic",
            $$$"""{"location":{"lat":36},"note":"{{{X(4001)}}}","occurredAt":"now"}""",
            "location.lon required|note tooLong|occurredAt malformed"
        },
        {
            "POST /units/U1/panic",
            """{"location":{"lat":36,"lon":113,"address":"x"},"incidentId":"i1"}""",
            "location.address unknownField|incidentId unknownField"
        },
        { "POST /incidents/i1/assignments", """{"unitIds":[]}""", "unitIds tooFew" },
        {
            "POST /incidents/i1/assignments",
            """{"mode":"Any","unitIds":["U1","U 2",3,null,"U1"]}""",
            "mode notInList|unitIds[1] malformed|unitIds[2] wrongType|unitIds[3] wrongType|unitIds[4] duplicate"
        },
        {
            "POST /incidents/i1/assignments",
            $$"""{"unitIds":[{{string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"u{i}\""))}}]}""",
            "unitIds tooMany"
        },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":"onscene"}""", "stage notInList" },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":"assigned"}""", "stage notInList" },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":"diverted"}""", "stage notInList" },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":2}""", "stage wrongType" },
        { "POST /incidents/i1/assignments/U1/progress", "{}", "stage required" },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":"enRoute","assignment":0}""", "assignment outOfRange" },
        { "POST /incidents/i1/assignments/U1/progress", """{"stage":"enRoute","assignment":"1"}""", "assignment wrongType" },
        { "POST /incidents/i1/feedback", """{"unitId":"U1","outcome":"x","assignment":1.5}""", "assignment wrongType" },
        {
            "POST /incidents/i1/corrections",
            """{"unitId":"U1","stage":"onScene","occurredAt":null,"reason":"x","assignment":1000001}""",
            "assignment outOfRange"
        },
        { "POST /incidents/i1/diversions", $$"""{"unitId":"U1","reason":"{{X(501)}}"}""", "reason tooLong|toIncidentId required" },
        {
            "POST /incidents/i1/feedback",
            """{"unitId":"U1","outcome":"x","results":{"":1,"a":"1","b":null,"c":1e999,"d":1,"d":2}}""",
            "results. blank|results.a wrongType|results.b wrongType|results.c outOfRange|results.d duplicate"
        },
        {
            "POST /incidents/i1/feedback",
            $$$"""{"unitId":"U1","outcome":"x","results":{{{{string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"w{i}\":1"))}}}}}""",
            "results tooMany"
        },
        { "POST /incidents/i1/corrections", """{"unitId":"U1","stage":"onScene","reason":"x"}""", "occurredAt required" },
        {
            "POST /incidents/i1/corrections",
            """{"unitId":"U1","stage":"declined","occurredAt":null,"reason":""}""",
            "stage notInList|reason blank"
        },
        { "POST /incidents/i1/closure", "{}", "disposition required" },
        { "POST /incidents/i1/reopening", $$"""{"reason":"{{X(501)}}"}""", "reason tooLong" },
        { "POST /incidents/i1/links", """{"incidentId":"i2","relation":"hasDuplicate"}""", "relation notInList" },
        { "POST /calls", $$"""{"callerNumber":"{{X(33)}}"}""", "callerNumber tooLong" },
        { "POST /calls", """{"narrative":"x"}""", "narrative unknownField" },
        { "POST /calls/c1/disposition", """{"kind":"incident"}""", "incidentId required" },
        { "POST /calls/c1/disposition", """{"kind":"duplicate","incidentId":null}""", "incidentId required" },
        { "POST /calls/c1/disposition", """{"kind":"joke"}""", "kind notInList" },
        { "POST /units/U1/duty", """{"onDuty":"true"}""", "onDuty wrongType" },
        { "POST /units/U1/duty", $$"""{"onDuty":true,"crew":[{{string.Join(',', Enumerable.Repeat("\"n\"", 21))}}]}""", "crew tooMany" },
        {
            "POST /units/U1/duty",
            """{"onDuty":true,"crew":["",1],"outOfService":" "}""",
            "crew[0] blank|crew[1] wrongType|outOfService blank"
        },
        { "PUT /units/U1", """{"callSign":"x"}""", "kind required" },
        { "PUT /units/U1", """{"callSign":"x","kind":"x","home":{"lat":1}}""", "home.lon required" },
        { "PUT /units/U1", """{"callSign":"x","kind":"x","status":"available"}""", "status unknownField" },
        { "PUT /stations/S1", """{"name":"x","areaClass":"City"}""", "areaClass notInList" },
        { "PUT /stations/S1", """{"name":"x","area":{"type":"Point","coordinates":[1,2]}}""", "area.type notInList" },
        {
            "PUT /stations/S1",
            """{"name":"x","area":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}}""",
            "area.coordinates malformed"
        },
        {
            "PUT /stations/S1",
            """{"name":"x","area":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1]]]}}""",
            "area.coordinates malformed"
        },
        {
            "PUT /stations/S1",
            """{"name":"x","area":{"type":"MultiPolygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}}""",
            "area.coordinates malformed"
        },
        {
            "PUT /stations/S1",
            """{"name":"x","area":{"type":"Polygon","coordinates":[[[0,91],[1,1],[1,0],[0,91]]]}}""",
            "area.coordinates malformed"
        },
        { "PUT /stations/S1", """{"name":"x","area":{"type":"Polygon"}}""", "area.coordinates required" },
        { "PUT /stations/S1", """{"name":"x","area":{"coordinates":5,"type":"Polygon"}}""", "area.coordinates malformed" },
        { "PUT /settings/policies/P1", "{}", "limits required" },
        { "PUT /settings/policies/P1", """{"name":"P2","limits":[]}""", "name notInList" },
        { "PUT /settings/policies/P1", """{"limits":[{}]}""", "limits[0].stage required|limits[0].limitSeconds required" },
        {
            "PUT /settings/policies/P1",
            """{"limits":"""
                + """[{"stage":"Arrive","limitSeconds":0,"warnSeconds":0,"priority":5,"areaClass":"sea","from":"now","buckets":[0]}]}""",
            "limits[0].stage notInList|limits[0].limitSeconds outOfRange|limits[0].warnSeconds outOfRange|limits[0].priority "
                + "outOfRange|limits[0].areaClass notInList|limits[0].from notInList|limits[0].buckets[0] outOfRange"
        },
        {
            "PUT /settings/policies/P1",
            """{"limits":[{"stage":"arrive","limitSeconds":604801},{"stage":"assign","limitSeconds":"60"}]}""",
            "limits[0].limitSeconds outOfRange|limits[1].limitSeconds wrongType"
        },
        {
            "PUT /settings/policies/P1",
            $$"""{"limits":[{"stage":"arrive","limitSeconds":60,"buckets":[{{string.Join(',', Enumerable.Range(1, 21))}}]}]}""",
            "limits[0].buckets tooMany"
        },
        {
            "PUT /settings/policies/P1",
            $$"""{"limits":[{{string.Join(',', Enumerable.Repeat("""{"stage":"arrive","limitSeconds":60}""", 141))}}]}""",
            "limits tooMany"
        },
        {
            "PUT /settings/policies/P1",
            """{"limits":[],"escalation":{"stationSeconds":-1,"supervisorSeconds":86401}}""",
            "escalation.stationSeconds outOfRange|escalation.supervisorSeconds outOfRange|escalation.dutyCommanderSeconds required"
        },
        { "PUT /settings/policy", "{}", "name required" },
        { "PUT /settings/policy", """{"name":"a/b"}""", "name malformed" },
        { "POST /incidents/i1/urging", """{"stage":"answer","unitId":" ","reason":""}""", "stage notInList|unitId malformed|reason blank" },
        { "POST /incidents/i1/urging", "{}", "stage required|reason required" },
        { "POST /incidents/i1/supervision", $$"""{"reason":"{{X(501)}}"}""", "reason tooLong" },
        { "POST /incidents/i1/escalations/station/taking", """{"reason":"x"}""", "reason unknownField" },
        { "POST /positions", """[{"unitId":"U1","lat":91},7,{},null]""", "[1] wrongType|[3] wrongType" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Every_wrong_field_is_named_and_no_other(string route, string body, string errors)
    {
        var reply = (await Send(route, body)).Expect(400, "invalid");
        Assert.Equal(errors.Split('|').Order(), reply.Errors.Order());
    }

    public static TheoryData<string, string> Right() => new()
    {
        {
            "POST /incidents",
            $$$"""{"category":"{{{X(100)}}}","priority":4,"narrative":"{{{X(4000)}}}","station":"{{{X(100)}}}","location":"""
                + $$$"""{"address":"{{{X(200)}}}"},"callId":"{{{X(40)}}}"}"""
        },
        {
            "POST /incidents",
            """{"category":"盗窃","priority":1,"location":{"lat":-90,"lon":180},"occurredAt":"2000-01-01T00:00:00.000Z"}"""
        },
        { "POST /incidents", """{"category":"x","priority":1,"location":{},"occurredAt":"2026-01-02t03:04:05.123456789+08:00"}""" },
        {
            "POST /incidents",
            """{"category":"x","priority":1,"callId":null,"location":null"""
                + ""","narrative":null,"station":null,"exercise":null,"occurredAt":null}"""
        },
        { "POST /incidents", """{"category":"\ud83d\ude92","priority":1,"narrative":""}""" },
        { "PATCH /incidents/i1", "{}" },
        { "POST /calls", "{}" },
        { "POST /calls/c1/disposition", """{"kind":"nuisance"}""" },
        {
            "POST /incidents/i1/assignments",
            $$"""{"unitIds":[{{string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"u{i}\""))}}],"mode":null}"""
        },
        { "POST /incidents/i1/feedback", """{"unitId":"U1","outcome":"x","results":{"arrests":-1e300}}""" },
        { "PUT /stations/S1", """{"name":"x","area":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,1],[1,0],[0,0]]]]}}""" },
        { "PUT /stations/S1", """{"name":"x","area":null,"location":null,"areaClass":null}""" },
        { "PUT /settings/policies/P1", """{"limits":[]}""" },
        {
            "PUT /settings/policies/P1",
            """{"name":null,"limits":[{"stage":"arrive","priority":null,"areaClass":null,"from":null,"limitSeconds":604800"""
                + ""","warnSeconds":null,"buckets":null}],"escalation":null}"""
        },
        { "PUT /settings/policy", """{"name":null}""" },
        { "POST /incidents/i1/urging", $$"""{"stage":"conclude","unitId":null,"reason":"{{X(500)}}"}""" },
        { "POST /positions", "[]" },
        { "POST /positions", """[{},{"unitId":7,"lat":"x","speed":-1,"zzz":{"deep":[1]}}]""" },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public async Task What_is_within_its_limits_is_taken(string route, string body) =>
        Assert.InRange((await Send(route, body)).Status, 200, 202);

    [Fact]
    public async Task At_most_a_hundred_wrong_fields_are_named()
    {
        var reply = (await Send("POST /positions", "[" + string.Join(',', Enumerable.Repeat("7", 1000)) + "]")).Expect(400, "invalid");
        Assert.Equal(100, reply.Errors.Length);
    }

    [Fact]
    public async Task More_positions_than_a_batch_may_have_are_refused()
    {
        const string One = """{"unitId":"U1","lat":1,"lon":1,"at":"2026-01-02T03:04:05Z"}""";
        (await Send("POST /positions", "[" + string.Join(',', Enumerable.Repeat(One, 1000)) + "]")).Expect(202);
        Assert.Equal(
            [" tooMany"], (await Send("POST /positions", "[" + string.Join(',', Enumerable.Repeat(One, 1001)) + "]")).Expect(400).Errors);
    }

    [Theory]
    [InlineData("ringingAt")]
    [InlineData("answeredAt")]
    public async Task A_call_of_tomorrow_is_in_the_future(string field)
    {
        var tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        var reply = (await Send("POST /calls", $$"""{"{{field}}":"{{tomorrow:O}}"}""")).Expect(422, "occurredAtInFuture");
        Assert.Equal([field + " occurredAtInFuture"], reply.Errors);
        (await Send("POST /calls", $$"""{"{{field}}":"{{DateTimeOffset.UtcNow.AddSeconds(3):O}}"}""")).Expect(201);
    }

    [Fact]
    public async Task Times_reach_the_cluster_in_whole_milliseconds_of_UTC()
    {
        await Send("POST /incidents", """{"category":"cut","priority":1,"occurredAt":"2026-01-02T03:04:05.1239+08:00"}""");
        var command = fixture.Gateway.Cluster.Commands.Select(c => c.Command)
            .OfType<Incidents.CreateIncident>()
            .Last(c => c.Category == "cut");
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 19, 4, 5, 123, TimeSpan.Zero), command.OccurredAt);
        Assert.Equal(TimeSpan.Zero, command.OccurredAt!.Value.Offset);
    }

    [Fact]
    public async Task A_patch_tells_absent_from_null()
    {
        await Send("PATCH /calls/patched", """{"narrative":null}""");
        var change = Assert.IsType<Calls.ChangeCall>(fixture.Gateway.Cluster.Commands.Single(c => c.Thing == "call/patched").Command);
        Assert.True(change.Narrative is { IsSet: true, Value: null });
        Assert.False(change.CallerNumber.IsSet);
        Assert.False(change.Location.IsSet);
    }

    private async Task<Reply> Send(string route, string body)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var person = await fixture.Gateway.As(method == "PUT" ? "admin" : path == "/positions" ? "feeder" : "supervisor");
        return await person.Send(method, path, body);
    }
}
