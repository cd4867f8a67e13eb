using System.Text;
using OpenTelemetry.Trace;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Telemetry;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Telemetry;

/// <summary>What a collector of traces gets of commands, over OTLP, from a real gateway with a real silo.</summary>
[Collection(typeof(AloneInTheProcess))]
public sealed class TraceTests : IAsyncLifetime
{
    private const string Assign = "POST /api/v1/incidents/{id}/assignments";

    private readonly OtlpListener _collector = new();
    private TestGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await TestGateway.Real(
        "--Tocsin:Otlp:Endpoint", _collector.Address.ToString(), "--Tocsin:Otlp:Protocol", "http/protobuf", "--Tocsin:Tracing:Ratio", "1");

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _collector.Dispose();
    }

    [Fact]
    public async Task A_command_is_one_trace_from_the_request_to_the_commit_and_a_refusal_names_its_own()
    {
        var admin = await _gateway.As("admin");
        (await admin.Put("/units/U1", new { callSign = "Wolf 1", kind = "patrol", capabilities = Array.Empty<string>() })).Expect(201);
        (await admin.Post("/units/U1/duty", new { onDuty = true, crew = new[] { "Zhangsan" } })).Expect(200);
        var dispatcher = await _gateway.As("dispatcher", "lisi");
        (await dispatcher.Post("/calls", new { callerNumber = "13812345678" })).Expect(201);
        var id = (await dispatcher.Post("/incidents", new { category = "robbery", priority = 1, narrative = "Mr Wangwu is hurt" }))
            .Expect(201)
            .String("id");
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { "U1" } })).Expect(200);
        (await dispatcher.Get("/incidents?status=all&q=Wangwu")).Expect(200);
        var refused = (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { "U1" } }))
            .Expect(409)
            .String("traceId");
        // A request's span ends a little after its answer.
        await Until.HoldsAsync(
            "the refused request's span is collected",
            () => _gateway.Service<TracerProvider>().ForceFlush() && _collector.Spans.Any(s => s.Trace == refused && s.Name == Assign));

        var made = Assert.Single(_collector.Spans, s => s.Name == "POST /api/v1/incidents");
        var assigned = Assert.Single(_collector.Spans, s => s.Name == Assign && s.Trace != refused);
        foreach (var request in new[] { made, assigned })
        {
            Assert.Equal("", request.Parent);
            var append = Assert.Single(_collector.Spans, s => s.Trace == request.Trace && s.Name == "journal.append");
            Assert.Equal("committed", append.Tags["tocsin.journal.outcome"]);
            Assert.True(int.Parse(append.Tags["tocsin.journal.batch.size"], null) >= 1);
            Assert.Contains("tocsin.journal.queue.seconds", append.Tags.Keys);
            Assert.Contains("tocsin.journal.commit.seconds", append.Tags.Keys);
            Assert.Contains(Ancestors(append), s => s.Name.EndsWith("/Execute", StringComparison.Ordinal));
            Assert.Equal(request, Ancestors(append).Last());
            Assert.Contains(_collector.Spans, s => s.Trace == request.Trace && s.Name == "gates");
        }

        Assert.Contains(_collector.Spans, s => s.Trace == assigned.Trace && s.Name.EndsWith("/Prepare", StringComparison.Ordinal));
        Assert.Contains(_collector.Spans, s => s.Trace == refused && s.Name == Assign);
        Assert.DoesNotContain(_collector.Spans, s => s.Trace == refused && s.Name == "journal.append");
        Assert.All(_collector.Spans.Where(s => s.Parent == ""), s => Assert.Contains("/api/v1/", s.Name));
        foreach (var word in new[] { "Zhangsan", "lisi", "13812345678", "Wangwu", "robbery", "Wolf" })
            Assert.False(_collector.Holds(Encoding.UTF8.GetBytes(word)), word);
    }

    private List<ReceivedSpan> Ancestors(ReceivedSpan span)
    {
        var line = new List<ReceivedSpan>();
        for (var next = span; next is not null; next = _collector.Spans.FirstOrDefault(s => s.Id == next.Parent))
            line.Add(next);
        return line;
    }
}
