using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tocsin.Commands;
using Tocsin.Text;

namespace Tocsin.Problems;

/// <summary>Writes problems, and counts them.</summary>
internal sealed class ProblemWriter(ProblemMetrics metrics)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The challenge that says that the token itself is bad, or over. Only with it a console drops its sign-in.</summary>
    public const string InvalidToken = "Bearer error=\"invalid_token\"";

    /// <summary>The value of <c>Retry-After</c>, in seconds.</summary>
    private const string RetryAfterSeconds = "1";

    /// <summary>Answers with a problem.</summary>
    public async Task Write(HttpContext http, Problem problem)
    {
        metrics.Refused(problem.Code);
        var response = http.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (problem.Status is 503 or 429 && !response.Headers.ContainsKey(HeaderNames.RetryAfter))
            response.Headers.RetryAfter = RetryAfterSeconds;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteBody(json, problem, TraceIdOf(http));
        response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    /// <summary>The id by which traces and logs name a request.</summary>
    public static string TraceIdOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    private static void WriteBody(Utf8JsonWriter json, Problem problem, string traceId)
    {
        json.WriteStartObject();
        json.WriteString("type", "urn:tocsin:problem:" + problem.Code);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Detail);
        json.WriteString("code", problem.Code);
        json.WriteString("traceId", traceId);
        if (problem.Errors.Count > 0)
            WriteErrors(json, problem.Errors);
        if (problem.Units.Count > 0)
            WriteUnits(json, problem.Units);
        if (problem.Stage is { } stage)
            json.WriteString("stage", stage);
        if (problem.Missing.Count > 0)
            WriteMissing(json, problem.Missing);
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<FieldError> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("field", error.Field);
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, IReadOnlyList<string> missing)
    {
        json.WriteStartArray("missing");
        foreach (var name in missing)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteUnits(Utf8JsonWriter json, IReadOnlyList<UnitRefusal> units)
    {
        json.WriteStartArray("units");
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("unitId", unit.UnitId.Value);
            json.WriteString("code", EnumNames.NameOf(unit.Code));
            json.WriteString("incidentId", unit.IncidentId?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
