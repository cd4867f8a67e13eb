using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A thousand people see one fire: each call is told of it, joined to it, kept, and can be split off again.</summary>
public sealed class ManyCallersTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private const int Callers = 1_000;

    [Fact]
    public async Task A_thousand_calls_about_one_fire_become_one_incident_with_a_thousand_callers()
    {
        var taker = await fixture.Gateway.As("callTaker");
        var fire = await Fire(taker, 37.0);
        var calls = new string[Callers];
        await Parallel.ForAsync(
            0,
            Callers,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (i, _) =>
            {
                calls[i] = (await taker.Post(
                    "/calls",
                    new
                    {
                        callerNumber = $"138{i:00000000}",
                        answeredAt = DateTimeOffset.UtcNow,
                        location = new { lat = 37.0 + (i % 40 * 0.00005), lon = 113.0 },
                    })).Expect(201).String("id");
                (await taker.Post($"/calls/{calls[i]}/disposition", new { kind = "duplicate", incidentId = fire })).Expect(200);
            });

        var incident = (await taker.Get("/incidents/" + fire)).Expect(200);
        Assert.Equal(Callers, incident.Int("callCount"));
        Assert.Equal(20, incident.Json.GetProperty("calls").GetArrayLength());
        Assert.All(
            incident.Json.GetProperty("calls").EnumerateArray(),
            c => Assert.StartsWith("138", c.GetProperty("callerNumber").GetString(), StringComparison.Ordinal));

        // One incident stands in the queue, and the last caller is told of it as the first was.
        var open = (await taker.Get("/incidents?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Single(open, i => i.GetProperty("callCount").GetInt32() >= Callers);
        var likely = await Eventually(
            taker,
            "/incidents/duplicates?lat=37.0005&lon=113&category=fire",
            l => l.Count > 0 && l[0].GetProperty("callCount").GetInt32() == Callers);
        Assert.Equal(fire, likely[0].GetProperty("incidentId").GetString());
        Assert.Contains("callers", likely[0].GetProperty("why").EnumerateArray().Select(w => w.GetProperty("code").GetString()));

        // One of them saw another fire after all: split off, and both trails keep it.
        var other = await Fire(taker, 37.2);
        (await taker.Post($"/calls/{calls[0]}/disposition", new { kind = "incident", incidentId = other })).Expect(200);
        Assert.Equal(Callers - 1, (await taker.Get("/incidents/" + fire)).Expect(200).Int("callCount"));
        Assert.Equal(1, (await taker.Get("/incidents/" + other)).Expect(200).Int("callCount"));
        Assert.Equal(other, (await taker.Get("/calls/" + calls[0])).Expect(200).String("incidentId"));
        (await taker.Post($"/calls/{calls[1]}/disposition", new { kind = "nuisance", note = "laughed" })).Expect(200);
        Assert.Equal(Callers - 2, (await taker.Get("/incidents/" + fire)).Expect(200).Int("callCount"));
        Assert.Equal(JsonValueKind.Null, (await taker.Get("/calls/" + calls[1])).Expect(200).Json.GetProperty("incidentId").ValueKind);
    }

    [Fact]
    public async Task A_caller_is_told_of_what_is_near_and_alike_and_of_nothing_else()
    {
        var taker = await fixture.Gateway.As("callTaker");
        var fire = await Fire(taker, 38.0);
        var likely = await Eventually(taker, "/incidents/duplicates?lat=38.001&lon=113&category=fire&q=三楼浓烟", l => l.Count > 0);
        var found = Assert.Single(likely);
        Assert.Equal(fire, found.GetProperty("incidentId").GetString());
        Assert.InRange(found.GetProperty("score").GetDouble(), 0.7, 1);
        Assert.Equal("111 m away", found.GetProperty("reasons")[0].GetString());
        Assert.Equal("place", found.GetProperty("why")[0].GetProperty("code").GetString());

        Assert.Empty((await taker.Get("/incidents/duplicates?lat=39&lon=113&category=fire")).Expect(200).Json.EnumerateArray());
        (await (await fixture.Gateway.As("dispatcher")).Post($"/incidents/{fire}/closure", new { disposition = "out" })).Expect(200);
        await Eventually(taker, "/incidents/duplicates?lat=38.001&lon=113&category=fire", l => l.Count == 0);
    }

    [Theory]
    [InlineData("lat=37", "lon required")]
    [InlineData("lat=91&lon=0", "lat outOfRange")]
    [InlineData("lat=x&lon=0", "lat wrongType")]
    [InlineData("lat=NaN&lon=0", "lat wrongType")]
    [InlineData("what=fire", "what unknownField")]
    public async Task A_bad_question_is_refused_and_named(string query, string error)
    {
        var taker = await fixture.Gateway.As("callTaker");
        Assert.Equal([error], (await taker.Get("/incidents/duplicates?" + query)).Expect(400, "invalid").Errors);
    }

    private static async Task<IReadOnlyList<JsonElement>> Eventually(
        Person person, string path, Func<IReadOnlyList<JsonElement>, bool> holds)
    {
        List<JsonElement> found = [];
        await Until.HoldsAsync(
            $"{path} answers as it must",
            async () =>
            {
                found = [.. (await person.Get(path)).Expect(200).Json.EnumerateArray()];
                return holds(found);
            },
            () => $"It answers {string.Join(',', found)}",
            stop: TestContext.Current.CancellationToken);
        return found;
    }

    private static async Task<string> Fire(Person taker, double lat) =>
        (await taker.Post(
            "/incidents",
            new { category = "fire", priority = 1, narrative = "三楼着火，有浓烟", location = new { lat, lon = 113.0 } })).Expect(201).String("id");
}
