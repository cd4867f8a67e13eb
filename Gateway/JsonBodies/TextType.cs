using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>Text; nothing is trimmed.</summary>
/// <param name="min">The fewest characters, 0 or 1; with 1 it also must not be blank.</param>
/// <param name="max">The most characters, in UTF-16 code units.</param>
internal sealed class TextType(int min, int max) : JsonType<string>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out string value)
    {
        value = "";
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "text");
        var fault = StringReading.Read(ref reader, max * StringReading.BytesPerUnitMax, out value);
        if (fault == TextFault.BadCharacter)
            errors.Add(ErrorCodes.BadCharacter, StringReading.BadCharacter);
        else if (fault == TextFault.TooLong || value.Length > max)
            errors.Add(ErrorCodes.TooLong, $"must have at most {max} characters");
        else if (min > 0 && string.IsNullOrWhiteSpace(value))
            errors.Add(ErrorCodes.Blank, $"must have {min} to {max} characters, not all of them white space");
        else
            return true;
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode Write(string value) => JsonValue.Create(value)!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        MinLength = min > 0 ? min : null,
        MaxLength = max,
        Pattern = min > 0 ? @"\S" : null,
    };
}
