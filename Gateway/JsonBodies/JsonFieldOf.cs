using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A field of a JSON object whose value becomes a .NET value.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
internal sealed class JsonField<T>(string name, FieldPresence presence, JsonType<T> type, string description, JsonNode example)
    : JsonField(name, presence, description, example)
{
    /// <inheritdoc/>
    protected override object? ReadValue(ref Utf8JsonReader reader, FieldErrors errors) =>
        type.Read(ref reader, errors, out var value) ? value : null;

    /// <inheritdoc/>
    protected override OpenApiSchema ValueSchema() => type.Schema();
}
