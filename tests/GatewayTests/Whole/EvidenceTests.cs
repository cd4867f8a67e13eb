using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Evidence of an incident, a call and a directive: written down, listed, verified.</summary>
[Collection(RealGateway.Name)]
public sealed class EvidenceTests(RealGatewayFixture fixture)
{
    private static readonly string Digest = string.Concat(Enumerable.Repeat("ab", 32));

    private TestGateway Gateway => fixture.Gateway;

    [Theory]
    [InlineData("incidents")]
    [InlineData("calls")]
    [InlineData("directives")]
    public async Task A_piece_is_added_listed_and_verified(string kind)
    {
        var (dispatcher, auditor) = (await Gateway.As("dispatcher", "wang"), await Gateway.As("auditor", "zhou"));
        var path = $"/{kind}/{await ThingAsync(kind)}";
        Assert.Equal("[]", (await dispatcher.Get(path + "/evidence")).Expect(200).Json.GetProperty("items").GetRawText());
        var piece = new { kind = "callRecording", uri = "rec://110/2305", sha256 = Digest.ToUpperInvariant(), bytes = 5_000_000_000 };
        var added = (await dispatcher.Post(path + "/evidence", piece, ("Idempotency-Key", "a"))).Expect(200);
        Assert.Equal((1, 1), (added.Int("n"), added.Int("evidenceCount")));
        var photo = new { kind = "photo", uri = "nas://1", sha256 = Digest, takenBy = "Li", note = "the door" };
        Assert.Equal(2, (await dispatcher.Post(path + "/evidence", photo)).Expect(200).Int("n"));
        Assert.Equal(1, (await dispatcher.Post(path + "/evidence", piece, ("Idempotency-Key", "a"))).Expect(200).Int("n"));

        var verify = path + "/evidence/1/verification";
        var wrong = (await auditor.Post(verify, new { sha256 = new string('0', 64) })).Expect(200);
        Assert.Equal("""{"same":false}""", wrong.Text);
        Assert.Equal("""{"same":true}""", (await auditor.Post(verify, new { sha256 = Digest }, ("Idempotency-Key", "v"))).Expect(200).Text);
        Assert.Equal("""{"same":true}""", (await auditor.Post(verify, new { sha256 = Digest }, ("Idempotency-Key", "v"))).Expect(200).Text);
        (await dispatcher.Post(verify, new { sha256 = Digest })).Expect(403, "forbidden");
        (await auditor.Post(path + "/evidence/3/verification", new { sha256 = Digest })).Expect(404, "notFound");
        (await auditor.Post(path + "/evidence/201/verification", new { sha256 = Digest })).Expect(404, "notFound");
        (await auditor.Post(verify, new { sha256 = "ab" })).Expect(400, "invalid");

        var items = (await auditor.Get(path + "/evidence")).Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 2], items.Select(i => i.GetProperty("n").GetInt32()));
        Assert.Equal((Digest, 5_000_000_000), (items[0].GetProperty("sha256").GetString(), items[0].GetProperty("bytes").GetInt64()));
        Assert.Equal("wang", items[0].GetProperty("by").GetString());
        var verified = items[0].GetProperty("verified");
        Assert.Equal((true, "zhou"), (verified.GetProperty("same").GetBoolean(), verified.GetProperty("by").GetString()));
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("verified").ValueKind);
        Assert.Equal("the door", items[1].GetProperty("note").GetString());
    }

    [Fact]
    public async Task Pages_join_without_a_gap_and_the_two_hundred_and_first_is_refused()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var path = $"/incidents/{incident}/evidence";
        for (var i = 1; i <= 200; i++)
            (await dispatcher.Post(path, new { kind = "photo", uri = $"nas://{i}", sha256 = Digest })).Expect(200);
        (await dispatcher.Post(path, new { kind = "photo", uri = "nas://201", sha256 = Digest })).Expect(422, "limitReached");
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            var page = (await dispatcher.Get($"{path}?limit=75" + (cursor is null ? "" : "&cursor=" + cursor))).Expect(200).Json;
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("n").GetInt32()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 200), numbers);
        (await dispatcher.Get(path + "?cursor=nonsense")).Expect(400, "invalid");
        (await dispatcher.Get("/incidents/nosuch/evidence")).Expect(404, "notFound");
    }

    private async Task<string> ThingAsync(string kind)
    {
        var dispatcher = await Gateway.As("dispatcher");
        switch (kind)
        {
            case "calls":
                return (await dispatcher.Post("/calls", new { callerNumber = "13800000000" })).Expect(201).String("id");
            case "directives":
                var unit = await fixture.FreeUnit();
                var order = new { to = new[] { new { unit } }, kind = "verify", text = "look" };
                return (await dispatcher.Post("/directives", order)).Expect(201).String("group");
            default:
                return await fixture.Incident();
        }
    }
}
