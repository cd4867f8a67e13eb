using System.Net.Http.Headers;
using System.Text.Json;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>What a gateway answered.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    private JsonElement? _json;

    public static async Task<Reply> Of(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);

    /// <summary>The body.</summary>
    public JsonElement Json => _json ??= JsonDocument.Parse(Text).RootElement;

    /// <summary>A problem's code; empty when it is none.</summary>
    public string Code => ContentHeaders.ContentType?.MediaType == "application/problem+json" ? Json.GetProperty("code").GetString()! : "";

    /// <summary>The fields that a problem names, with their codes: <c>location.lat outOfRange</c>.</summary>
    public string[] Errors => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => e.GetProperty("field").GetString() + " " + e.GetProperty("code").GetString())]
        : [];

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public string String(string name) => Json.GetProperty(name).GetString()!;

    public int Int(string name) => Json.GetProperty(name).GetInt32();

    /// <summary>Checks the status, and shows the body when it is another one.</summary>
    public Reply Expect(int status, string? code = null)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Text}");
        if (code is not null)
            Assert.Equal(code, Code);
        return this;
    }
}
