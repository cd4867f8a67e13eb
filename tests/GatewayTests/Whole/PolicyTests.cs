using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Timing policies over HTTP, on a gateway of their own: which one is chosen is everybody's affair.</summary>
public sealed class PolicyTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private const string Limits = """{"limits":[{"stage":"arrive","priority":1,"from":"received","limitSeconds":300"""
        + ""","warnSeconds":240,"buckets":[300,600]}]}""";

    [Fact]
    public async Task A_policy_is_made_changed_and_read()
    {
        var admin = await fixture.Gateway.As("admin");
        var made = (await admin.Put("/settings/policies/mine", Limits)).Expect(201);
        Assert.Equal("/api/v1/settings/policies/mine", made.Header("Location"));
        Assert.Equal("\"1\"", made.Header("ETag"));
        Assert.Equal(
            """{"name":"mine","limits":[{"stage":"arrive","priority":1,"areaClass":null,"from":"received","limitSeconds":300"""
                + ""","warnSeconds":240,"buckets":[300,600]}],"escalation":"""
                + """{"stationSeconds":0,"supervisorSeconds":60,"dutyCommanderSeconds":300},"preset":false,"version":1}""",
            made.Text);

        Assert.Equal(1, (await admin.Put("/settings/policies/mine", Limits)).Expect(200).Int("version"));
        (await admin.Put("/settings/policies/mine", """{"limits":[]}""", ("If-Match", "\"7\""))).Expect(412, "versionMismatch");
        var changed = (await admin.Put(
            "/settings/policies/mine",
            """{"name":"mine","limits":[],"escalation":{"stationSeconds":5,"supervisorSeconds":5,"dutyCommanderSeconds":86400}}""",
            ("If-Match", "\"1\"")))
            .Expect(200);
        Assert.Equal(changed.Text, (await (await fixture.Gateway.As("unit")).Get("/settings/policies/mine")).Expect(200).Text);
        var trail = (await admin.Get("/settings/policies/mine/trail")).Expect(200).Json.GetProperty("items");
        Assert.Equal(["PolicySet", "PolicySet"], trail.EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal("policy/mine", trail[0].GetProperty("stream").GetString());
    }

    [Fact]
    public async Task A_key_makes_it_once()
    {
        var admin = await fixture.Gateway.As("admin");
        (await admin.Put("/settings/policies/keyed", Limits, ("Idempotency-Key", "k"))).Expect(201);
        var again = (await admin.Put("/settings/policies/keyed", Limits, ("Idempotency-Key", "k"))).Expect(201);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        (await admin.Put("/settings/policies/keyed", """{"limits":[]}""", ("Idempotency-Key", "k"))).Expect(422, "keyReused");
    }

    [Theory]
    [InlineData(
        """{"limits":[{"stage":"assign","limitSeconds":60},{"stage":"arrive","limitSeconds":60,"warnSeconds":60}]}""",
        "limits[1].warnSeconds invalid")]
    [InlineData("""{"limits":[{"stage":"assign","limitSeconds":60,"from":"received"}]}""", "limits[0].from invalid")]
    [InlineData(
        """{"limits":[{"stage":"answer","limitSeconds":60,"priority":1,"areaClass":"city"}]}""",
        "limits[0].priority invalid|limits[0].areaClass invalid")]
    [InlineData("""{"limits":[{"stage":"arrive","limitSeconds":60,"buckets":[60,60]}]}""", "limits[0].buckets invalid")]
    [InlineData("""{"limits":[{"stage":"arrive","limitSeconds":60},{"stage":"arrive","limitSeconds":90}]}""", "limits[1].stage invalid")]
    [InlineData(
        """{"limits":[],"escalation":{"stationSeconds":60,"supervisorSeconds":59,"dutyCommanderSeconds":58}}""",
        "escalation.supervisorSeconds invalid|escalation.dutyCommanderSeconds invalid")]
    public async Task What_is_impossible_is_refused_and_named(string body, string errors)
    {
        var admin = await fixture.Gateway.As("admin");
        var reply = (await admin.Put("/settings/policies/impossible", body)).Expect(400, "invalid");
        Assert.Equal(errors.Split('|'), reply.Errors);
        (await admin.Get("/settings/policies/impossible")).Expect(404, "notFound");
        (await admin.Get("/settings/policies/impossible/trail")).Expect(404, "notFound");
    }

    [Fact]
    public async Task Those_that_come_with_the_product_are_there_and_have_no_trail()
    {
        var reader = await fixture.Gateway.As("auditor");
        var preset = (await reader.Get("/settings/policies/110-city")).Expect(200);
        Assert.True(preset.Json.GetProperty("preset").GetBoolean());
        Assert.Equal("\"0\"", preset.Header("ETag"));
        Assert.Equal("""{"items":[],"next":null}""", (await reader.Get("/settings/policies/110-city/trail")).Expect(200).Text);

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await reader.Get("/settings/policies?limit=2" + (cursor is null ? "" : "&cursor=" + cursor))).Expect(200).Json;
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Superset(new HashSet<string> { "110-city", "met-police", "nfpa-1225", "three-clocks" }, names.ToHashSet());
        (await reader.Get("/settings/policies?cursor=!")).Expect(400, "invalid");
    }

    [Fact]
    public async Task One_is_chosen_for_what_comes_or_none()
    {
        var (admin, reader) = (await fixture.Gateway.As("admin"), await fixture.Gateway.As("callTaker"));
        Assert.Equal("""{"name":null,"version":0,"builtIn":true}""", (await reader.Get("/settings/policy")).Expect(200).Text);
        Assert.Equal("""{"items":[],"next":null}""", (await admin.Get("/settings/policy/trail")).Expect(200).Text);
        Assert.Equal(
            ["name unknownReference"],
            (await admin.Put("/settings/policy", new { name = "nobody-made-it" })).Expect(422, "unknownReference").Errors);

        var chosen = (await admin.Put("/settings/policy", new { name = "three-clocks" })).Expect(200);
        Assert.Equal("""{"name":"three-clocks","version":1,"builtIn":false}""", chosen.Text);
        Assert.Equal("\"1\"", chosen.Header("ETag"));
        Assert.Equal(chosen.Text, (await reader.Get("/settings/policy")).Expect(200).Text);
        var incident = await fixture.Incident();
        (await admin.Put("/settings/policy", new { name = "110-city" }, ("If-Match", "\"7\""))).Expect(412, "versionMismatch");
        (await admin.Put("/settings/policy", """{"name":null}""", ("If-Match", "\"1\""))).Expect(200);
        var later = await fixture.Incident();

        Assert.Equal("three-clocks", (await reader.Get("/incidents/" + incident)).Expect(200).String("policy"));
        Assert.Null((await reader.Get("/incidents/" + later)).Expect(200).Json.GetProperty("policy").GetString());
        var trail = (await admin.Get("/settings/policy/trail")).Expect(200).Json.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["PolicyChosen", "PolicyChosen"], trail.Select(e => e.GetProperty("kind").GetString()));
    }
}
