using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Calls over HTTP: who hung up is called back, who is on the line is found, a false report stays where it was taken.</summary>
public sealed class CallBackTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Who_hung_up_is_late_until_the_number_is_answered_again()
    {
        var (feeder, taker) = (await Gateway.As("feeder", "exchange"), await Gateway.As("callTaker"));
        var (first, other) = (await HungUp(feeder, "13700000000"), await HungUp(feeder, "13700000001"));
        var anonymous = await HungUp(feeder, null);
        await Until.HoldsAsync("all three are to be called back", async () =>
            new[] { first, other, anonymous }.All((await Due(taker)).Contains));
        Assert.True((await taker.Get("/calls/" + first)).Expect(200).Json.GetProperty("callBackDue").GetBoolean());

        var again = (await feeder.Post("/calls", new { callerNumber = "137 0000-0000" })).Expect(201).String("id");
        Assert.Contains(first, await Due(taker));
        (await taker.Post($"/calls/{again}/answering", "{}")).Expect(200);
        await Until.HoldsAsync("the first one is reached", async () => !(await Due(taker)).Contains(first));
        Assert.Superset(new HashSet<string?> { other, anonymous }, (await Due(taker)).ToHashSet());
        var trail = (await taker.Get($"/calls/{first}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            again, Assert.Single(trail, e => e.GetProperty("kind").GetString() == "CallBackMade").GetProperty("data").GetProperty("callId")
                .GetString());

        (await taker.Post($"/calls/{other}/disposition", new { kind = "abandoned" })).Expect(200);
        await Until.HoldsAsync("what was disposed of is not late", async () => !(await Due(taker)).Contains(other));
    }

    [Fact]
    public async Task Who_is_on_the_line_is_found_also_after_the_incident_was_made()
    {
        var taker = await Gateway.As("callTaker", "chen");
        var call = (await taker.Post("/calls", new { answeredAt = DateTimeOffset.UtcNow })).Expect(201);
        Assert.Equal(
            (true, "chen"), (call.Json.GetProperty("talking").GetBoolean(), call.Json.GetProperty("answeredBy").GetString()));
        var id = call.String("id");
        (await taker.Post("/incidents", new { callId = id, category = "theft", priority = 2 })).Expect(201);
        Assert.Contains(id, await Talking(taker));
        var ringing = (await taker.Post("/calls", "{}")).Expect(201).String("id");
        Assert.DoesNotContain(ringing, await Talking(taker));
        (await taker.Post($"/calls/{id}/ending", "{}")).Expect(200);
        Assert.DoesNotContain(id, await Talking(taker));
        Assert.Equal(["talking notInList"], (await taker.Get("/calls?talking=false")).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task A_false_report_does_not_tear_itself_off_its_incident()
    {
        var taker = await Gateway.As("callTaker");
        var call = (await taker.Post("/calls", new { answeredAt = DateTimeOffset.UtcNow })).Expect(201).String("id");
        var incident = (await taker.Post("/incidents", new { callId = call, category = "theft", priority = 2 })).Expect(201).String("id");
        var said = (await taker.Post($"/calls/{call}/disposition", new { kind = "falseReport", incidentId = incident })).Expect(200);
        Assert.Equal(incident, said.String("incidentId"));
        Assert.Equal(1, (await taker.Get("/incidents/" + incident)).Expect(200).Int("callCount"));
    }

    private static async Task<string> HungUp(Person feeder, string? number)
    {
        var call = (await feeder.Post("/calls", new { callerNumber = number })).Expect(201).String("id");
        var ended = (await feeder.Post($"/calls/{call}/ending", "{}")).Expect(200);
        Assert.True(ended.Json.GetProperty("callBackDue").GetBoolean());
        return call;
    }

    private static async Task<string?[]> Due(Person taker) =>
    [
        .. (await taker.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("kind").GetString() == "callBackDue")
            .Select(i => i.GetProperty("callId").GetString()),
    ];

    private static async Task<string?[]> Talking(Person taker) =>
        [.. (await taker.Get("/calls?talking=true&limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(c => c.GetProperty("id").GetString())];
}
