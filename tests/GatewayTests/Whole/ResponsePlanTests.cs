using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Run cards and the plans that they make, over HTTP on a real gateway: each test in a place and with kinds of its own.</summary>
public sealed class ResponsePlanTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    [Fact]
    public async Task A_run_card_is_made_changed_and_read_and_has_a_trail()
    {
        var admin = await fixture.Gateway.As("admin");
        const string Body = """{"name":"Fire","categories":["fire-a"],"alarms":[{"needs":[{"name":"engine","kinds":"""
            + """["engine"],"count":2}]}],"questions":[{"text":"Anybody hurt?","answers":["yes","no"]}]}""";
        var made = (await admin.Put("/run-cards/fire-a", Body)).Expect(201);
        Assert.Equal("/api/v1/run-cards/fire-a", made.Header("Location"));
        Assert.Equal(
            """{"id":"fire-a","name":"Fire","categories":["fire-a"],"priorities":[],"stations":[],"areaClass":null,"area":null,"alarms":"""
                + """[{"needs":[{"name":"engine","kinds":["engine"],"capabilities":[],"count":2,"scope":"any"}]}],"questions":"""
                + """[{"text":"Anybody hurt?","answers":["yes","no"]}],"foreignSeconds":0,"retired":false,"preset":false,"version":1}""",
            made.Text);
        Assert.Equal(1, (await admin.Put("/run-cards/fire-a", Body)).Expect(200).Int("version"));
        var area = "{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[113,36],[114,36],[114,37],[113,36]]]}," + Body[1..];
        var changed = (await admin.Put("/run-cards/fire-a", area, ("If-Match", "\"1\""))).Expect(200);
        Assert.Equal(changed.Text, (await (await fixture.Gateway.As("callTaker")).Get("/run-cards/fire-a")).Expect(200).Text);
        var trail = (await admin.Get("/run-cards/fire-a/trail")).Expect(200).Json.GetProperty("items");
        Assert.Equal(["RunCardSet", "RunCardSet"], trail.EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal("runCard/fire-a", trail[0].GetProperty("stream").GetString());

        var reader = await fixture.Gateway.As("auditor");
        var ids = (await reader.Get("/run-cards"))
            .Expect(200).Json.GetProperty("items")
            .EnumerateArray()
            .Select(c => c.GetProperty("id").GetString())
            .ToList();
        Assert.Superset(new HashSet<string?> { "default", "fire-a" }, ids.ToHashSet());
        Assert.True((await reader.Get("/run-cards/default")).Expect(200).Json.GetProperty("preset").GetBoolean());
        Assert.Equal("""{"items":[],"next":null}""", (await reader.Get("/run-cards/default/trail")).Expect(200).Text);
        (await reader.Get("/run-cards/nobody-made-it")).Expect(404, "notFound");
    }

    [Theory]
    [InlineData("""{"name":"x","alarms":[]}""", "alarms tooFew")]
    [InlineData("""{"name":"x","alarms":[{"needs":[{"name":"a","count":51}]}]}""", "alarms[0].needs[0].count outOfRange")]
    [InlineData("""{"name":"x","alarms":[{"needs":[{"name":"a","count":30}]},{"needs":[{"name":"a","count":30}]}]}""", "alarms invalid")]
    [InlineData(
        """{"name":"x","alarms":[{"needs":[{"name":"a","count":1},{"name":"a","count":1,"kinds":["b"]}]}]}""",
        "alarms[0].needs[1].name invalid")]
    public async Task What_is_impossible_is_refused_and_named(string body, string error)
    {
        var admin = await fixture.Gateway.As("admin");
        Assert.Equal([error], (await admin.Put("/run-cards/impossible", body)).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task A_card_names_no_retired_station_anew_and_keeps_one_that_it_named_before()
    {
        var admin = await fixture.Gateway.As("admin");
        foreach (var (station, lat) in new[] { ("card-old", 36.7), ("card-kept", 36.8) })
        {
            (await admin.Put("/stations/" + station, new { name = station, location = new { lat, lon = 115.0 }, areaClass = "city" }))
                .Expect(201);
        }

        const string Alarms = """ "alarms":[{"needs":[{"name":"patrol","kinds":["patrol"],"count":1}]}] """;
        (await admin.Put("/run-cards/kept", $$"""{"name":"kept","categories":["kept"],"stations":["card-kept"],{{Alarms}}}""")).Expect(201);
        foreach (var (station, lat) in new[] { ("card-old", 36.7), ("card-kept", 36.8) })
        {
            (await admin.Put(
                "/stations/" + station, new { name = station, location = new { lat, lon = 115.0 }, areaClass = "city", retired = true }))
                .Expect(200);
        }

        Assert.Equal(
            ["stations retired"],
            (await admin.Put("/run-cards/old", $$"""{"name":"old","categories":["old"],"stations":["card-old"],{{Alarms}}}"""))
                .Expect(422, "retired").Errors);
        (await admin.Get("/run-cards/old")).Expect(404, "notFound");
        (await admin.Put("/run-cards/kept", $$"""{"name":"kept still","categories":["kept"],"stations":["card-kept"],{{Alarms}}}"""))
            .Expect(200);
    }

    [Fact]
    public async Task A_plan_says_who_goes_who_was_passed_over_and_what_is_missing_and_is_committed_from()
    {
        var (dispatcher, incident, units) = await Scene(
            "p",
            """{"needs":[{"name":"engine","kinds":["p-engine"],"count":2},{"name":"chief","kinds":["p-chief"],"count":1}]}""",
            ("p-engine", 1),
            ("p-engine", 2),
            ("p-engine", 3));
        var other = await Incident(dispatcher, "other", 12);
        (await dispatcher.Post($"/incidents/{other}/assignments", new { unitIds = new[] { units[0] } })).Expect(200);

        // The plan is made from the live picture, which follows the journal.
        var plan = default(JsonElement);
        await Until.HoldsAsync("the plan knows of the assignment", async () =>
        {
            plan = (await dispatcher.Get($"/incidents/{incident}/response-plan")).Expect(200).Json;
            return plan.GetProperty("passedOver").GetArrayLength() > 0;
        });
        Assert.Equal("p", plan.GetProperty("runCardId").GetString());
        var needs = plan.GetProperty("needs");
        Assert.Equal([units[1], units[2]], Ids(needs[0].GetProperty("units")));
        Assert.Equal(
            (1, "no unit of this sort is on duty"),
            (needs[1].GetProperty("missing").GetInt32(), needs[1].GetProperty("reason").GetString()));
        var passed = plan.GetProperty("passedOver")[0];
        Assert.Equal(
            (units[0], "busy"), (passed.GetProperty("unitId").GetString(), passed.GetProperty("why")[0].GetProperty("code").GetString()));
        Assert.Equal(other, passed.GetProperty("why")[0].GetProperty("incidentId").GetString());

        var done = (await dispatcher.Post($"/incidents/{incident}/response-plan", "{}", ("Idempotency-Key", "p1"))).Expect(200);
        Assert.Equal([units[1], units[2]], Texts(done.Json.GetProperty("assigned")));
        Assert.Equal("""[{"need":"chief","count":1}]""", done.Json.GetProperty("missing").GetRawText());
        Assert.Equal(2, done.Json.GetProperty("incident").GetProperty("assignments").GetArrayLength());

        var again = (await dispatcher.Post($"/incidents/{incident}/response-plan", "{}", ("Idempotency-Key", "p1"))).Expect(200);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Equal(done.Text, again.Text);
        (await dispatcher.Post($"/incidents/{incident}/response-plan", """{"alarm":2}""", ("Idempotency-Key", "p1")))
            .Expect(422, "keyReused");
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "done" })).Expect(200);
        Assert.Equal(
            "true",
            (await dispatcher.Post($"/incidents/{incident}/response-plan", "{}", ("Idempotency-Key", "p1")))
                .Expect(200)
                .Header("Idempotency-Replayed"));
        (await dispatcher.Post($"/incidents/{incident}/response-plan", "{}")).Expect(409, "incidentClosed");
    }

    [Fact]
    public async Task A_second_alarm_sends_only_what_it_adds()
    {
        var (dispatcher, incident, units) = await Scene(
            "a",
            """{"needs":[{"name":"engine","kinds":["a-engine"],"count":1}]},{"needs":[{"name":"engine","kinds":["a-engine"],"count":2}]}""",
            ("a-engine", 1),
            ("a-engine", 2),
            ("a-engine", 3),
            ("a-engine", 4));
        (await dispatcher.Post($"/incidents/{incident}/response-plan", """{"alarm":1}""")).Expect(200);
        await Until.HoldsAsync("it has come about", async () =>
        {
            var need = (await dispatcher.Get($"/incidents/{incident}/response-plan?alarm=2")).Expect(200).Json.GetProperty("needs")[0];
            return Texts(need.GetProperty("present")) is [var there] && there == units[0] && Ids(need.GetProperty("units"))
                .SequenceEqual([units[1], units[2]]);
        });
        var done = (await dispatcher.Post($"/incidents/{incident}/response-plan", """{"alarm":2}""")).Expect(200).Json;
        Assert.Equal([units[1], units[2]], Texts(done.GetProperty("assigned")));
        Assert.Empty(Texts(
            (await dispatcher.Post($"/incidents/{incident}/response-plan", """{"alarm":2}""")).Expect(200).Json.GetProperty("assigned")));
    }

    [Fact]
    public async Task Whom_somebody_took_meanwhile_is_replaced_and_what_was_picked_by_hand_is_kept_to()
    {
        var (dispatcher, incident, units) = await Scene(
            "r", """{"needs":[{"name":"engine","kinds":["r-engine"],"count":1}]}""", ("r-engine", 1), ("r-engine", 2), ("r-van", 3));
        var other = await Incident(dispatcher, "other", 13);
        (await dispatcher.Post($"/incidents/{other}/assignments", new { unitIds = new[] { units[0] } })).Expect(200);

        // Picked by hand before somebody else was faster; nobody goes instead of what the plan does not know.
        (await dispatcher.Post($"/incidents/{incident}/response-plan", new { unitIds = new[] { units[0] } })).Expect(409, "unitBusy");
        var done = (await dispatcher.Post($"/incidents/{incident}/response-plan", new { unitIds = new[] { units[2] } })).Expect(200).Json;
        Assert.Equal([units[2]], Texts(done.GetProperty("assigned")));
        Assert.Equal(0, done.GetProperty("missing").GetArrayLength());
        (await dispatcher.Post($"/incidents/{incident}/response-plan", """{"unitIds":["nobody"]}""")).Expect(422, "unknownReference");
    }

    [Fact]
    public async Task Five_who_commit_at_once_never_share_a_unit_and_leave_none_idle()
    {
        var (dispatcher, first, units) = await Scene(
            "t",
            """{"needs":[{"name":"engine","kinds":["t-engine"],"count":1}]}""",
            [.. Enumerable.Range(1, 5).Select(i => ("t-engine", (double)i))]);
        var incidents = new List<string> { first };
        for (var i = 0; i < 4; i++)
            incidents.Add(await Incident(dispatcher, "t", Km("t")));
        var replies = await Task.WhenAll(incidents.Select(i => dispatcher.Post($"/incidents/{i}/response-plan", "{}")));
        var taken = replies.Select(r => Assert.Single(Texts(r.Expect(200).Json.GetProperty("assigned")))).ToList();
        Assert.Equal(units.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_coordinates_there_is_no_plan()
    {
        var dispatcher = await fixture.Gateway.As("dispatcher");
        var nowhere = (await dispatcher.Post("/incidents", new { category = "x", priority = 2 })).Expect(201).String("id");
        (await dispatcher.Get($"/incidents/{nowhere}/response-plan")).Expect(422, "locationUnknown");
        (await dispatcher.Post($"/incidents/{nowhere}/response-plan", "{}")).Expect(422, "locationUnknown");
        (await dispatcher.Get("/incidents/nothing/response-plan")).Expect(404, "notFound");
        (await dispatcher.Get($"/incidents/{nowhere}/response-plan?alarm=11")).Expect(400, "invalid");
        var unit = await fixture.FreeUnit();
        Assert.Equal(
            [unit],
            Texts((await dispatcher.Post($"/incidents/{nowhere}/response-plan", new { unitIds = new[] { unit } }))
                .Expect(200)
                .Json.GetProperty("assigned")));
    }

    [Fact]
    public async Task With_a_station_and_without_coordinates_its_units_are_recommended_planned_and_assigned()
    {
        var (admin, dispatcher) = (await fixture.Gateway.As("admin"), await fixture.Gateway.As("dispatcher"));
        var (own, other) = (fixture.Fresh("own"), fixture.Fresh("other"));
        const string Needs =
            """{"needs":[{"name":"engine","kinds":["s-engine"],"count":1},{"name":"boat","kinds":["s-boat"],"count":1}]}""";
        (await admin.Put("/run-cards/s", $$"""{"name":"s","categories":["s"],"alarms":[{{Needs}}]}""")).Expect(201);
        var engine = await Unit(admin, "s", "s-engine", own);
        var boat = await Unit(admin, "s", "s-boat", other);
        var id = (await dispatcher.Post(
            "/incidents", new { category = "s", priority = 2, station = own, location = new { address = "behind the mill" } }))
            .Expect(201).String("id");

        var best = default(JsonElement);
        await Until.HoldsAsync("the live picture has the station's unit", async () =>
        {
            best = (await dispatcher.Get($"/incidents/{id}/recommendations")).Expect(200).Json;
            return best.GetArrayLength() > 0;
        });
        Assert.Equal([engine], Ids(best));
        Assert.Equal(JsonValueKind.Null, best[0].GetProperty("etaSeconds").ValueKind);
        Assert.Equal(JsonValueKind.Null, best[0].GetProperty("distanceMeters").ValueKind);
        Assert.Equal("placeUnknown", best[0].GetProperty("why")[0].GetProperty("code").GetString());

        var plan = default(JsonElement);
        await Until.HoldsAsync("the live picture has the other station's unit", async () =>
        {
            plan = (await dispatcher.Get($"/incidents/{id}/response-plan")).Expect(200).Json;
            return plan.GetProperty("needs")[1].GetProperty("why")[0].GetProperty("code").GetString() == "placeUnknown";
        });
        var needs = plan.GetProperty("needs");
        Assert.Equal([engine], Ids(needs[0].GetProperty("units")));
        Assert.Equal(
            (0, 1, 1),
            (
                needs[1].GetProperty("units").GetArrayLength(),
                needs[1].GetProperty("missing").GetInt32(),
                needs[1].GetProperty("why")[0].GetProperty("count").GetInt32()));
        Assert.Equal(0, plan.GetProperty("passedOver").GetArrayLength());

        // A card that names the station offers what it asks for, whosever it is.
        (await admin.Put("/run-cards/s-own", $$"""{"name":"s","categories":["s"],"stations":["{{own}}"],"alarms":[{{Needs}}]}"""))
            .Expect(201);
        await Until.HoldsAsync("the card is known", async () =>
        {
            plan = (await dispatcher.Get($"/incidents/{id}/response-plan")).Expect(200).Json;
            return plan.GetProperty("runCardId").GetString() == "s-own";
        });
        Assert.Equal([boat], Ids(plan.GetProperty("needs")[1].GetProperty("units")));

        var done = (await dispatcher.Post($"/incidents/{id}/response-plan", "{}")).Expect(200).Json;
        Assert.Equal([engine, boat], Texts(done.GetProperty("assigned")));
    }

    // Each test on a meridian of its own, so that nobody else's units are near.
    private static double Km(string name) => name[0];

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetProperty("unitId").GetString()!)];

    private static async Task<string> Incident(Person dispatcher, string category, double lat) =>
        (await dispatcher.Post("/incidents", new { category, priority = 2, location = new { lat = lat % 80, lon = 10.0 } }))
            .Expect(201)
            .String("id");

    private async Task<string> Unit(Person admin, string name, string kind, string station)
    {
        var id = fixture.Fresh(name);
        (await admin.Put("/units/" + id, new { callSign = id, kind, station })).Expect(201);
        (await admin.Post($"/units/{id}/duty", new { onDuty = true })).Expect(200);
        return id;
    }

    // A card for a category of this name, an incident of it, and units so many kilometres north of it.
    private async Task<(Person Dispatcher, string Incident, string[] Units)> Scene(
        string name, string alarms, params (string Kind, double Km)[] units)
    {
        var (admin, dispatcher) = (await fixture.Gateway.As("admin"), await fixture.Gateway.As("dispatcher"));
        (await admin.Put("/run-cards/" + name, $$"""{"name":"{{name}}","categories":["{{name}}"],"alarms":[{{alarms}}]}""")).Expect(201);
        var ids = new List<string>();
        foreach (var (kind, km) in units)
        {
            var id = fixture.Fresh(name);
            (await admin.Put("/units/" + id, new { callSign = id, kind, home = new { lat = (Km(name) % 80) + (km / 111), lon = 10.0 } }))
                .Expect(201);
            (await admin.Post($"/units/{id}/duty", new { onDuty = true })).Expect(200);
            ids.Add(id);
        }

        return (dispatcher, await Incident(dispatcher, name, Km(name)), [.. ids]);
    }
}
