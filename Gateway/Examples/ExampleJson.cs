using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tocsin.Json;

namespace Tocsin.Examples;

/// <summary>Serialises example values as the product serialises answers.</summary>
internal static class ExampleJson
{
    // The records of the cluster by their generated serialisers; those of this gateway, which only describe answers, by reflection.
    private static readonly JsonSerializerOptions Options = new(TocsinJson.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(TocsinJson.Options.TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>A value as JSON.</summary>
    public static JsonNode Of<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!;

    /// <summary>A value as JSON text.</summary>
    public static string TextOf<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The fields of a value, each as JSON.</summary>
    public static IReadOnlyDictionary<string, JsonElement> FieldsOf<T>(T value) =>
        JsonSerializer.SerializeToElement(value, Options).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
}
