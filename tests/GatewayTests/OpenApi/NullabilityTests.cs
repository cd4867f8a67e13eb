using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Tocsin.Live;
using Tocsin.Routing;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>
/// A client's author learns from the document where null may stand: in every answer, at every depth, exactly where the program's own types
/// allow it.
/// </summary>
public sealed class NullabilityTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    /// <summary>Fewer compared properties than this would mean that the walk misses most of the document.</summary>
    private const int ComparedAtLeast = 300;

    private readonly NullabilityInfoContext _nullability = new();
    private int _compared;

    [Fact]
    public async Task Null_may_stand_in_the_document_exactly_where_it_may_in_the_program()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        var offences = Answers()
            .Concat(BoardSections.All.Select(s => s.Section.Item))
            .Distinct()
            .SelectMany(type => Walk(document, type.Name, type, document.Schemas.GetProperty(type.Name)))
            .Distinct()
            .ToList();
        Assert.Empty(offences);
        Assert.InRange(_compared, ComparedAtLeast, int.MaxValue);
    }

    [Fact]
    public async Task An_object_that_may_be_absent_may_be_null()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        Assert.True(AllowsNull(Property(document, "DirectiveView", "place")));
        Assert.True(AllowsNull(Property(document, "IncidentView", "location")));
        Assert.False(AllowsNull(Property(document, "DirectiveView", "to")));
    }

    private static JsonElement Property(Document document, string schema, string name) =>
        document.Schemas.GetProperty(schema).GetProperty("properties").GetProperty(name);

    private IEnumerable<Type> Answers() => fixture.Gateway.Service<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>()?.Answer.Type)
        .OfType<Type>()
        .Select(type => ItemOf(type) ?? type)
        .Where(type => type != typeof(string));

    private IEnumerable<string> Walk(Document document, string path, Type type, JsonElement schema)
    {
        var resolved = document.Resolve(schema);
        if (resolved.TryGetProperty("items", out var items) && ItemOf(type) is { } item)
            return Walk(document, path + "[]", item, items);
        if (!resolved.TryGetProperty("properties", out var properties))
            return [];
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Name: JsonNamingPolicy.CamelCase.ConvertName(p.Name)))
            .Where(p => properties.TryGetProperty(p.Name, out _))
            .SelectMany(p => Compare(document, $"{path}.{p.Name}", p.Property, properties.GetProperty(p.Name)));
    }

    private IEnumerable<string> Compare(Document document, string path, PropertyInfo property, JsonElement schema)
    {
        _compared++;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var expected = _nullability.Create(property).ReadState == NullabilityState.Nullable;

        // Any JSON at all: null too.
        if (type != typeof(JsonElement) && AllowsNull(document.Resolve(schema)) != expected)
            yield return path + (expected ? " may be null, and the document does not say so" : " is never null, as the document has it");
        foreach (var offence in Walk(document, path, type, schema))
            yield return offence;
    }

    private static bool AllowsNull(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            return type.ValueKind == JsonValueKind.Array
                ? type.EnumerateArray().Any(t => t.GetString() == "null")
                : type.GetString() == "null";
        }

        return schema.TryGetProperty("enum", out var words) && words.EnumerateArray().Any(w => w.ValueKind == JsonValueKind.Null);
    }

    // The type of the items of a list, or of the values of a table, which stand under names of their own.
    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var item] && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            ? item
            : null;
}
