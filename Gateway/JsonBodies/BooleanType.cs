using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>True or false.</summary>
internal sealed class BooleanType : JsonType<bool>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False || WrongType(ref reader, errors, "true or false");
    }

    /// <inheritdoc/>
    public override JsonNode Write(bool value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new() { Type = JsonSchemaType.Boolean };
}
