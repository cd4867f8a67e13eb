using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>Text; nothing is trimmed.</summary>
/// <param name="min">0, or 1: then it also must not be blank.</param>
/// <param name="max">UTF-16 code units.</param>
internal sealed class TextKind(int min, int max) : Kind<string>
{
    // One code unit is at most six bytes of JSON: \uXXXX.
    private const int BytesPerUnitMax = 6;

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out string value)
    {
        value = "";
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "text");
        var fault = StringReading.Read(ref reader, max * BytesPerUnitMax, out value);
        if (fault == TextFault.BadCharacter)
            errors.Add(ErrorCodes.BadCharacter, "must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8");
        else if (fault == TextFault.TooLong || value.Length > max)
            errors.Add(ErrorCodes.TooLong, $"must have at most {max} characters");
        else if (min > 0 && string.IsNullOrWhiteSpace(value))
            errors.Add(ErrorCodes.Blank, $"must have {min} to {max} characters, not all of them white space");
        else
            return true;
        return false;
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        MinLength = min > 0 ? min : null,
        MaxLength = max,
        Pattern = min > 0 ? @"\S" : null,
    };
}
