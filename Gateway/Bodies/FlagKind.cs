using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>True or false.</summary>
internal sealed class FlagKind : Kind<bool>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False || WrongType(ref reader, errors, "true or false");
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new() { Type = JsonSchemaType.Boolean };
}
