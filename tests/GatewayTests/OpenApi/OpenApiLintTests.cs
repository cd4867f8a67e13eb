using System.Text.Json;
using System.Text.RegularExpressions;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>What a client's author finds in the document, for every operation: a new route fails here until it is described.</summary>
public sealed partial class OpenApiLintTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    // The line that lists of operations show.
    private const int SummaryMax = 80;

    [Fact]
    public async Task Every_operation_has_an_id_a_summary_and_a_description() => Assert.Empty((await Operations()).SelectMany(o => Offences(
        o.Name,
        ("operationId must be camelCase", !OperationId().IsMatch(Text(o.Value, "operationId"))),
        ($"summary must be one line of 1 to {SummaryMax} characters", Text(o.Value, "summary").Length is 0 or > SummaryMax),
        ("summary must not end with a full stop", Text(o.Value, "summary").EndsWith('.')),
        ("description must say who may call it", !Allowed().IsMatch(Text(o.Value, "description"))),
        ("description must say more than who may call it", Allowed().Match(Text(o.Value, "description")).Index < 10))));

    [Fact]
    public async Task No_operation_id_is_used_twice() => Assert.Empty((await Operations())
        .GroupBy(o => Text(o.Value, "operationId"))
        .Where(g => g.Count() > 1)
        .Select(g => g.Key));

    [Fact]
    public async Task Every_body_is_a_named_schema_and_has_an_example_unless_it_has_no_fields()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        Assert.Empty(document.Operations
            .Where(o => Document.BodyOf(o.Value) is not null)
            .Select(o => (Name: o.Key, Body: Document.BodyOf(o.Value)!.Value))
            .SelectMany(o => Offences(
                o.Name,
                ("the body must be a named schema", Document.NameOf(o.Body.GetProperty("schema")) is null),
                ("the body must have an example", HasFields(document, o.Body) && !o.Body.TryGetProperty("example", out _)))));
    }

    [Fact]
    public async Task Every_answer_is_a_named_schema_and_has_an_example() => Assert.Empty((await Operations()).SelectMany(o => Offences(
        o.Name,
        ("the answer must be a named schema, a list of one, or an event stream", !IsNamed(o.Value)),
        ("the answer must have an example", !Document.AnswerOf(o.Value).TryGetProperty("example", out _)))));

    [Fact]
    public async Task Every_parameter_is_described() => Assert.Empty((await Operations())
        .Where(o => o.Value.TryGetProperty("parameters", out _))
        .SelectMany(o => o.Value.GetProperty("parameters").EnumerateArray()
            .Where(p => Text(p, "description").Length < 5)
            .Select(p => $"{o.Name}: {Text(p, "name")} is not described")));

    [Fact]
    public async Task Every_property_of_every_schema_is_described()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        Assert.Empty(document.Schemas.EnumerateObject().SelectMany(s => Undescribed(s.Name, s.Value)));
    }

    [Fact]
    public async Task Every_named_schema_is_used_and_described()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        var text = document.Root.GetRawText();
        Assert.Empty(document.Schemas.EnumerateObject().SelectMany(s => Offences(
            s.Name,
            ("is not used", !text.Contains($"\"#/components/schemas/{s.Name}\"", StringComparison.Ordinal)),
            ("is not described", Text(s.Value, "description").Length < 5))));
    }

    [Fact]
    public async Task Every_list_says_what_is_in_it()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        Assert.Empty(document.Schemas.EnumerateObject()
            .SelectMany(s => PartsOf(s.Name, s.Value).Prepend((Path: s.Name, Schema: s.Value)))
            .Where(p => IsList(p.Schema) && !(p.Schema.TryGetProperty("items", out var items) && items.EnumerateObject().Any()))
            .Select(p => p.Path));
    }

    private static bool HasFields(Document document, JsonElement body)
    {
        var schema = document.Resolve(body.GetProperty("schema"));
        return schema.TryGetProperty("properties", out _) || schema.TryGetProperty("items", out _);
    }

    private static bool IsNamed(JsonElement operation)
    {
        var schema = Document.AnswerOf(operation).GetProperty("schema");
        return Document.NameOf(schema) is not null
            || (schema.TryGetProperty("items", out var items) && Document.NameOf(items) is not null)
            || operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out _);
    }

    private static bool IsList(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.GetRawText().Contains("array", StringComparison.Ordinal);

    // A list's items have no description of their own.
    private static IEnumerable<string> Undescribed(string path, JsonElement schema) => PartsOf(path, schema)
        .Where(p => !p.Path.EndsWith("[]", StringComparison.Ordinal)
            && Text(p.Schema, "description").Length == 0
            && Document.NameOf(p.Schema) is null)
        .Select(p => $"{p.Path} is not described");

    // The items and the properties of a schema, and theirs.
    private static IEnumerable<(string Path, JsonElement Schema)> PartsOf(string path, JsonElement schema)
    {
        List<(string Path, JsonElement Schema)> parts = [];
        if (schema.TryGetProperty("items", out var items))
            parts.Add((path + "[]", items));
        if (schema.TryGetProperty("properties", out var properties))
            parts.AddRange(properties.EnumerateObject().Select(p => ($"{path}.{p.Name}", p.Value)));
        return parts.SelectMany(p => PartsOf(p.Path, p.Schema).Prepend(p));
    }

    private static IEnumerable<string> Offences(string name, params (string Rule, bool IsBroken)[] rules) =>
        rules.Where(r => r.IsBroken).Select(r => $"{name}: {r.Rule}");

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private async Task<IEnumerable<(string Name, JsonElement Value)>> Operations() =>
        (await Document.OfAsync(fixture.Gateway)).Operations.Select(o => (o.Key, o.Value));

    [GeneratedRegex("^[a-z][A-Za-z]*$")]
    private static partial Regex OperationId();

    [GeneratedRegex(@"\n\n(Allowed to[^\n]*|Needs no token)\.?$")]
    private static partial Regex Allowed();
}
