using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Reading;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Answers;

public sealed class ProblemTests
{
    public static TheoryData<RefusalCode, int, string> Codes() => new()
    {
        { RefusalCode.Invalid, 400, "invalid" },
        { RefusalCode.Forbidden, 403, "forbidden" },
        { RefusalCode.NotYours, 403, "notYours" },
        { RefusalCode.NotFound, 404, "notFound" },
        { RefusalCode.UnitBusy, 409, "unitBusy" },
        { RefusalCode.WrongStage, 409, "wrongStage" },
        { RefusalCode.IncidentClosed, 409, "incidentClosed" },
        { RefusalCode.Conflict, 409, "conflict" },
        { RefusalCode.VersionMismatch, 412, "versionMismatch" },
        { RefusalCode.OccurredAtInFuture, 422, "occurredAtInFuture" },
        { RefusalCode.UnknownReference, 422, "unknownReference" },
        { RefusalCode.KeyReused, 422, "keyReused" },
        { RefusalCode.LocationUnknown, 422, "locationUnknown" },
        { RefusalCode.ImplausiblePlace, 422, "implausiblePlace" },
        { RefusalCode.Incomplete, 422, "incomplete" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_refusal_has_the_status_of_the_contract(RefusalCode refusal, int status, string code)
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("supervisor");
        gateway.Cluster.Refuse(new Refusal(refusal, "because"));
        gateway.Cluster.OnRead = _ => Task.FromResult(new Thing(new Refusal(refusal, "because"), "", 0));
        gateway.Cluster.OnList = (_, _) => Task.FromResult(new ThingPage(new Refusal(refusal, "because"), [], null));
        gateway.Cluster.OnRecommend = _ => Task.FromResult(new Recommending.Recommendations(new Refusal(refusal, "because"), []));
        foreach (var reply in new[]
        {
            await person.Post("/incidents/i1/notes", new { text = "x" }),
            await person.Get("/incidents/i1"),
            await person.Get("/units"),
            await person.Get("/incidents/i1/recommendations"),
        })
        {
            reply.Expect(status, code);
            Assert.Equal("because", reply.String("detail"));
            Assert.Equal(status, reply.Int("status"));
            Assert.Equal("urn:tocsin:problem:" + code, reply.String("type"));
            Assert.NotEqual("", reply.String("title"));
            Assert.NotEqual("", reply.String("traceId"));
            Assert.False(reply.Json.TryGetProperty("errors", out _)
                || reply.Json.TryGetProperty("units", out _)
                || reply.Json.TryGetProperty("stage", out _)
                || reply.Json.TryGetProperty("missing", out _));
        }
    }

    [Fact]
    public async Task A_busy_unit_is_named_with_who_holds_it()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.Refuse(new Refusal(RefusalCode.UnitBusy, "busy")
        {
            Units = [new(UnitId.Of("U1"), UnitRefusalCode.Busy, IncidentId.Of("i9")), new(UnitId.Of("U2"), UnitRefusalCode.OffDuty, null)],
        });
        var reply = await (await gateway.As("dispatcher")).Post("/incidents/i1/assignments", new { unitIds = new[] { "U1", "U2" } });
        Assert.Equal(
            """[{"unitId":"U1","code":"busy","incidentId":"i9"},{"unitId":"U2","code":"offDuty","incidentId":null}]""",
            reply.Expect(409, "unitBusy").Json.GetProperty("units").GetRawText());
    }

    [Fact]
    public async Task A_wrong_stage_says_what_it_is_now()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.Refuse(new Refusal(RefusalCode.WrongStage, "late") { Stage = "cleared" });
        var reply = await (await gateway.As("dispatcher")).Post("/incidents/i1/assignments/U1/progress", new { stage = "enRoute" });
        Assert.Equal("cleared", reply.Expect(409, "wrongStage").String("stage"));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.Refuse(new Refusal(RefusalCode.Incomplete, "missing") { Missing = ["receipt", "place"] });
        var reply = await (await gateway.As("dispatcher")).Post("/incidents/i1/notes", new { text = "x" });
        Assert.Equal("""["receipt","place"]""", reply.Expect(422, "incomplete").Json.GetProperty("missing").GetRawText());
    }

    [Fact]
    public async Task A_bug_is_500_without_a_stack_trace()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnCommand = (_, _) => throw new InvalidCastException("secret detail");
        var reply = (await (await gateway.As("dispatcher")).Post("/incidents/i1/notes", new { text = "x" })).Expect(500, "internal");
        Assert.DoesNotContain("secret", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tocsin.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silo_of_an_older_version_that_does_not_know_the_command_refuses_it(bool kind)
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnCommand = (_, _) => throw (kind
            ? new TypeLoadException("Unable to parse or load type \"tocsin.IBulletinGrain\".")
            : new Orleans.Serialization.FieldTypeMissingException(typeof(Tocsin.Incidents.IncidentCommand)));
        var reply = await (await gateway.As("dispatcher")).Post("/incidents/i1/notes", new { text = "x" });
        Assert.DoesNotContain("ocsin.", reply.Expect(409, "notYetEverywhere").String("detail"), StringComparison.Ordinal);
    }


    [Fact]
    public async Task No_answer_says_what_serves_it()
    {
        await using var gateway = await TestGateway.Fake();
        foreach (var reply in new[] { await gateway.With(null).Get("/units"), await (await gateway.As("admin")).Get("/units") })
            Assert.Null(reply.Header("Server"));
    }

    [Fact]
    public async Task Refusals_are_counted_by_code()
    {
        await using var gateway = await TestGateway.Fake();
        (await gateway.With(null).Get("/units")).Expect(401);
        var metrics = await gateway.Http.GetStringAsync("/metrics");
        Assert.Matches("tocsin_http_refusals[a-z_]*\\{[^}]*code=\"unauthenticated\"", metrics);
    }

    [Fact]
    public async Task A_problem_is_one_JSON_object_and_nothing_else()
    {
        await using var gateway = await TestGateway.Fake();
        var reply = (await (await gateway.As("dispatcher")).Post("/incidents", """{"\u0001\"<b>警":1}""")).Expect(400);
        Assert.Equal(JsonValueKind.Object, reply.Json.ValueKind);
        Assert.Contains("\u0001\"<b>警 unknownField", reply.Errors);
    }
}
