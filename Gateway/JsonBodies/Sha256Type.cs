using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A SHA-256: 64 hexadecimal digits. It is read into lower case.</summary>
internal sealed class Sha256Type : JsonType<string>
{
    private const int Length = 64;

    /// <summary>The only instance.</summary>
    public static readonly Sha256Type Instance = new();

    private Sha256Type()
    {
    }

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out string value)
    {
        value = "";
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "text");
        if (StringReading.Read(ref reader, Length * StringReading.BytesPerUnitMax, out var text) == TextFault.BadCharacter)
        {
            errors.Add(ErrorCodes.BadCharacter, StringReading.BadCharacter);
            return false;
        }

        if (text?.Length != Length || !text.All(char.IsAsciiHexDigit))
        {
            errors.Add(ErrorCodes.Malformed, "must be 64 hexadecimal digits");
            return false;
        }

        value = text.ToLowerInvariant();
        return true;
    }

    /// <inheritdoc/>
    public override JsonNode Write(string value) => JsonValue.Create(value)!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        MinLength = Length,
        MaxLength = Length,
        Pattern = "^[0-9A-Fa-f]{64}$",
    };
}
