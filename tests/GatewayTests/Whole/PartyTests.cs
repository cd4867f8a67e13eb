using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Persons and things of an incident: who is shown what tells them apart, and that it stands nowhere else.</summary>
[Collection(RealGateway.Name)]
public sealed class PartyTests(RealGatewayFixture fixture)
{
    private const string IdNumber = "620102199001010011";

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_party_is_added_with_its_number_beside_the_incident_and_another_is_of_it()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var suspect = new { kind = "person", role = "suspect", name = "Zhang", idNumber = IdNumber, state = "inCustody" };
        var added = (await dispatcher.Post($"/incidents/{incident}/parties", suspect)).Expect(200);
        Assert.Equal((1, incident), (added.Int("n"), added.String("id")));
        Assert.DoesNotContain("Zhang", added.Text, StringComparison.Ordinal);
        var bag = new { kind = "item", role = "other", description = "a suitcase", of = 1 };
        Assert.Equal(2, (await dispatcher.Post($"/incidents/{incident}/parties", bag)).Expect(200).Int("n"));
        (await dispatcher.Post($"/incidents/{incident}/parties", new { kind = "item", role = "other", of = 9 }))
            .Expect(422, "unknownReference");
        (await dispatcher.Post($"/incidents/{incident}/parties", new { kind = "ghost", role = "other" })).Expect(400, "invalid");
        (await dispatcher.Patch($"/incidents/{incident}/parties/3", new { state = "found" })).Expect(404, "notFound");
        (await dispatcher.Patch($"/incidents/{incident}/parties/x", new { state = "found" })).Expect(404, "notFound");

        var parties = (await dispatcher.Get("/incidents/" + incident)).Expect(200).Json.GetProperty("parties");
        Assert.Equal(("Zhang", IdNumber), (parties[0].GetProperty("name").GetString(), parties[0].GetProperty("idNumber").GetString()));
        Assert.Equal(("a suitcase", 1), (parties[1].GetProperty("description").GetString(), parties[1].GetProperty("of").GetInt32()));
    }

    [Fact]
    public async Task A_command_that_comes_again_is_answered_with_the_same_number()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var path = $"/incidents/{incident}/parties";
        var body = new { kind = "person", role = "witness", name = "Li" };
        (await dispatcher.Post(path, body, ("Idempotency-Key", "k1"))).Expect(200);
        (await dispatcher.Post(path, new { kind = "person", role = "witness" })).Expect(200);
        var again = (await dispatcher.Post(path, body, ("Idempotency-Key", "k1"))).Expect(200);
        Assert.Equal((1, 2), (again.Int("n"), again.Json.GetProperty("parties").GetArrayLength()));
    }

    [Fact]
    public async Task What_tells_a_party_apart_is_shown_as_the_callers_number_is_and_stands_in_no_event()
    {
        var station = fixture.Fresh("S");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        var (unit, other) = (await fixture.FreeUnit(station), await fixture.FreeUnit(station));
        var incident = await fixture.Incident(station);
        var dispatcher = await Gateway.As("dispatcher");
        var path = "/incidents/" + incident;
        (await dispatcher.Post($"{path}/assignments", new { unitIds = new[] { unit, other } })).Expect(200);
        (await dispatcher.Post($"{path}/assignments/{other}/progress", new { stage = "cancelled" })).Expect(200);
        var device = await Gateway.As("unit", unit: unit);
        var person = new { kind = "person", role = "victim", name = "Wang Wu", phone = "13912345670", account = "acct-77", plate = "JD99" };
        (await device.Post($"{path}/parties", person)).Expect(200);
        (await device.Patch($"{path}/parties/1", new { name = "Zhao Liu" })).Expect(200);

        foreach (var reader in new[]
        {
            dispatcher, device, await Gateway.As("callTaker"), await Gateway.As("supervisor"), await Gateway.As("auditor"),
            await Gateway.As("station", station: station),
        })
        {
            var party = (await reader.Get(path)).Expect(200).Json.GetProperty("parties")[0];
            string?[] seen = [.. new[] { "name", "phone", "account", "plate" }.Select(name => party.GetProperty(name).GetString())];
            Assert.Equal(["Zhao Liu", "13912345670", "acct-77", "JD99"], seen);
        }

        // It was sent there and is so no more: it reads the incident, and not whom it is about.
        var gone = (await (await Gateway.As("unit", unit: other)).Get(path)).Expect(200).Json.GetProperty("parties")[0];
        Assert.Equal(JsonValueKind.Null, gone.GetProperty("name").ValueKind);
        foreach (var text in new[]
        {
            (await (await Gateway.As("auditor")).Get($"{path}/trail?limit=200")).Expect(200).Text,
            (await (await Gateway.As("auditor")).Get($"{path}/trail", ("Accept", "application/x-ndjson"))).Expect(200).Text,
            (await dispatcher.Get("/board")).Expect(200).Text,
        })
        {
            foreach (var word in new[] { "Wang Wu", "Zhao Liu", "13912345670", "acct-77", "JD99" })
                Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }

        var kinds = (await (await Gateway.As("auditor")).Get($"{path}/trail?limit=200")).Json.GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("kind").GetString());
        Assert.Equal(["PartyAdded", "PartyChanged"], kinds.Where(k => k!.StartsWith("Party", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_who_change_two_fields_at_the_same_moment_both_succeed()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var person = new { kind = "person", role = "other", name = "n", plate = "p" };
        (await dispatcher.Post($"/incidents/{incident}/parties", person)).Expect(200);
        for (var round = 0; round < 20; round++)
        {
            var (name, phone) = ($"name {round}", $"139{round}");
            var both = await Task.WhenAll(
                dispatcher.Patch($"/incidents/{incident}/parties/1", new { name }),
                dispatcher.Patch($"/incidents/{incident}/parties/1", new { phone }));
            Assert.All(both, reply => reply.Expect(200));
            var party = (await dispatcher.Get("/incidents/" + incident)).Expect(200).Json.GetProperty("parties")[0];
            Assert.Equal(
                (name, phone, "p"),
                (party.GetProperty("name").GetString(), party.GetProperty("phone").GetString(), party.GetProperty("plate").GetString()));
        }
    }

    [Fact]
    public async Task They_are_erased_by_two_persons()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var path = "/incidents/" + incident;
        var person = new { kind = "person", role = "victim", name = "Qian Qi", description = "limps", state = "found" };
        (await dispatcher.Post($"{path}/parties", person)).Expect(200);
        (await dispatcher.Post($"{path}/closure", new { disposition = "settled" })).Expect(200);
        (await (await Gateway.As("admin", "root")).Post($"{path}/erasure", new { fields = new[] { "parties" }, reason = "r" })).Expect(202);
        (await (await Gateway.As("supervisor", "li")).Post($"{path}/erasure/approval", null)).Expect(200);
        var party = (await dispatcher.Get(path)).Expect(200).Json.GetProperty("parties")[0];
        Assert.Equal(JsonValueKind.Null, party.GetProperty("name").ValueKind);
        Assert.Equal(JsonValueKind.Null, party.GetProperty("description").ValueKind);
        Assert.Equal("found", party.GetProperty("state").GetString());
        var trail = (await (await Gateway.As("supervisor")).Get($"{path}/trail?limit=200")).Expect(200);
        Assert.DoesNotContain("limps", trail.Text, StringComparison.Ordinal);
    }
}
