using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>The OpenAPI document as a gateway serves it.</summary>
internal sealed class Document
{
    private const string SchemaPrefix = "#/components/schemas/";

    private Document(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    /// <summary>The named schemas.</summary>
    public JsonElement Schemas => Root.GetProperty("components").GetProperty("schemas");

    /// <summary>The operations by method and path: <c>POST /api/v1/incidents</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Operations => Root.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(o => (Name: $"{o.Name.ToUpperInvariant()} {path.Name}", o.Value)))
        .ToDictionary(o => o.Name, o => o.Value);

    public static async Task<Document> OfAsync(TestGateway gateway)
    {
        var text = await gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        return new Document(JsonDocument.Parse(text).RootElement);
    }

    /// <summary>The media types of an operation's body; null: it has none.</summary>
    public static JsonElement? BodyOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").GetProperty("application/json") : null;

    /// <summary>The first media type of an operation's successful answer.</summary>
    public static JsonElement AnswerOf(JsonElement operation) => operation.GetProperty("responses").EnumerateObject()
        .First(r => r.Name[0] == '2').Value.GetProperty("content").EnumerateObject().First().Value;

    /// <summary>The name of the schema to which this one refers; null: it stands inline.</summary>
    public static string? NameOf(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? reference.GetString()![SchemaPrefix.Length..] : null;

    /// <summary>The schema itself, where it is a reference.</summary>
    public JsonElement Resolve(JsonElement schema) => NameOf(schema) is { } name ? Schemas.GetProperty(name) : schema;
}
