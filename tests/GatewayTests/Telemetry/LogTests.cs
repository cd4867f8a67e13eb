using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Telemetry;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Telemetry;

/// <summary>The log as machines read it, and what never stands in it.</summary>
[Collection(nameof(LogTests))]
public sealed class LogTests
{
    private static readonly string[] Unsaid = ["13812345678", "Zhangsan", "Wangwu", "knife", "Tianhe Road", "hostile&word"];

    [Theory]
    [InlineData("Polly", false)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("Tocsin.Streams", true)]
    public void It_speaks_of_no_single_request_and_no_single_grain_unless_something_is_wrong(string category, bool speaks)
    {
        using var factory = LoggerFactory.Create(logging => logging.AddConsole().AddTocsinLogFilters());
        var logger = factory.CreateLogger(category);
        Assert.Equal((speaks, true), (logger.IsEnabled(LogLevel.Information), logger.IsEnabled(LogLevel.Warning)));
    }

    [Fact]
    public async Task Every_line_is_JSON_and_none_says_who_called_or_what_was_said_at_Debug()
    {
        var said = new StringWriter();
        var console = Console.Out;
        // Our own process's console is everybody's: what others write meanwhile is not read.
        Console.SetOut(TextWriter.Synchronized(said));
        try
        {
            await using var gateway = await TestGateway.Real(
                _ => { }, "--Tocsin:Log:Format", "json", "--Logging:LogLevel:Default", "Debug");
            Assert.True(gateway.Service<ILoggerFactory>().CreateLogger("Tocsin.Streams").IsEnabled(LogLevel.Debug));
            await Life(gateway);
        }
        finally
        {
            Console.SetOut(console);
        }

        var lines = said.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l.StartsWith("{\"time\"", StringComparison.Ordinal))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        Assert.Contains(
            lines,
            l =>
                l.GetProperty("category").GetString() == "Tocsin.Live.LiveBoard"
                && l.GetProperty("eventId").GetInt32() == 2701
                && l.GetProperty("values").GetProperty("Count").GetString() == "0");
        Assert.All(lines, l => Assert.True(l.TryGetProperty("message", out _) && l.TryGetProperty("level", out _)));
        foreach (var word in Unsaid)
            Assert.DoesNotContain(lines, l => l.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_line_names_its_trace_and_its_span_and_not_its_scope()
    {
        var text = new StringWriter();
        var formatter = new JsonLines(TimeProvider.System);
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push("/api/v1/units/Wangwu");
        var entry = new LogEntry<string>(LogLevel.Warning, "Tocsin.X", new EventId(7, "Said"), "state", null, (state, _) => state);
        formatter.Write(entry, scopes, text);
        var line = JsonDocument.Parse(text.ToString()).RootElement;
        Assert.Equal(activity.TraceId.ToHexString(), line.GetProperty("traceId").GetString());
        Assert.Equal(activity.SpanId.ToHexString(), line.GetProperty("spanId").GetString());
        Assert.Equal(
            (7, "Said", "Warning"),
            (line.GetProperty("eventId").GetInt32(), line.GetProperty("event").GetString(), line.GetProperty("level").GetString()));
        Assert.DoesNotContain("Wangwu", text.ToString(), StringComparison.Ordinal);
    }

    private static async Task Life(TestGateway gateway)
    {
        var admin = await gateway.As("admin");
        (await admin.Put("/units/U1", new { callSign = "U1", kind = "patrol", capabilities = Array.Empty<string>() })).Expect(201);
        (await admin.Post("/units/U1/duty", new { onDuty = true, crew = new[] { "Zhangsan" } })).Expect(200);
        var dispatcher = await gateway.As("dispatcher");
        var call = (await dispatcher.Post(
            "/calls", new { callerNumber = "13812345678", location = new { lat = 36.5, lon = 113.0, address = "Tianhe Road 1" } }))
            .Expect(201)
            .String("id");
        (await dispatcher.Patch("/calls/" + call, new { narrative = "Wangwu has a knife" })).Expect(200);
        var id = (await dispatcher.Post(
            "/incidents",
            new { callId = call, category = "robbery", priority = 1, narrative = "Wangwu has a knife" })).Expect(201).String("id");
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { "U1" } })).Expect(200);
        (await dispatcher.Post($"/incidents/{id}/notes", new { text = "Wangwu ran" })).Expect(200);
        (await dispatcher.Get("/incidents?q=Wangwu")).Expect(200);
        (await dispatcher.Post("/incidents", "{\"category\": \"hostile&word\"")).Expect(400);
        (await dispatcher.Post("/incidents", new { category = "x", priority = 9, narrative = "Wangwu" })).Expect(400);
        (await dispatcher.Get("/nowhere/Wangwu?q=13812345678")).Expect(404);
    }
}
