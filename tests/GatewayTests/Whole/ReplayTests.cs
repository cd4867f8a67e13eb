using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A key that was used once shows nothing that is no longer one's own. <c>RightsTests</c> try it with every command.</summary>
[Collection(RealGateway.Name)]
public sealed class ReplayTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_station_whose_unit_was_recalled_learns_that_its_note_was_taken_and_nothing_of_the_incident()
    {
        var (dispatcher, incident) = (await Gateway.As("dispatcher"), await fixture.Incident(fixture.Fresh("S")));
        var station = fixture.Fresh("S");
        var unit = await fixture.FreeUnit(station);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var desk = await Gateway.As("station", "desk", station: station);
        var note = (Path: $"/incidents/{incident}/notes", Body: new { text = "on our way" }, Key: ("Idempotency-Key", fixture.Fresh("k")));
        (await desk.Post(note.Path, note.Body, note.Key)).Expect(200);
        Assert.Equal("true", (await desk.Post(note.Path, note.Body, note.Key)).Expect(200).Header("Idempotency-Replayed"));

        (await dispatcher.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "cancelled" })).Expect(200);
        (await dispatcher.Patch($"/incidents/{incident}", new { narrative = "NEW-secret" })).Expect(200);
        (await desk.Get($"/incidents/{incident}")).Expect(403, "notYours");
        var again = (await desk.Post(note.Path, note.Body, note.Key)).Expect(403, "notYours");
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Null(again.Header("ETag"));
        Assert.DoesNotContain("NEW-secret", again.Text, StringComparison.Ordinal);

        // One that was never done says nothing of the kind.
        var never = (await desk.Post(note.Path, note.Body, ("Idempotency-Key", "never"))).Expect(403, "notYours");
        Assert.Null(never.Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_machine_that_lost_the_answer_to_its_call_gets_it_again()
    {
        var exchange = await Gateway.As("feeder", "exchange");
        var key = ("Idempotency-Key", fixture.Fresh("k"));
        var call = (await exchange.Post("/calls", new { callerNumber = "110" }, key)).Expect(201);
        var again = (await exchange.Post("/calls", new { callerNumber = "110" }, key)).Expect(201);
        Assert.Equal(("true", call.String("id")), (again.Header("Idempotency-Replayed"), again.String("id")));
    }
}
