using System.Text.Json;
using Microsoft.OpenApi;
using Tocsin.Limits;

namespace Tocsin.Bodies;

/// <summary>A time: RFC 3339 with any offset, from 2000-01-01, cut to whole milliseconds.</summary>
internal sealed class InstantKind : Kind<DateTimeOffset>
{
    /// <summary>What a wrong one is told.</summary>
    public const string Expected = "must be an RFC 3339 time with an offset, such as 2026-01-31T23:59:59.123Z";

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out DateTimeOffset value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "a time (text)");
        if (StringReading.Read(ref reader, Rfc3339.LengthMax * 6, out var text) == TextFault.BadCharacter)
        {
            errors.Add(ErrorCodes.BadCharacter, "must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8");
            return false;
        }
        return Check(text, errors, out value);
    }

    /// <summary>Reads a time out of text.</summary>
    public static bool Check(string text, FieldErrors errors, out DateTimeOffset value)
    {
        if (!Rfc3339.TryParse(text, out value))
            errors.Add(ErrorCodes.Malformed, Expected);
        else if (value < EdgeLimits.InstantMin)
            errors.Add(ErrorCodes.OutOfRange, "must not be before 2000-01-01");
        else
            return true;
        return false;
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        Format = "date-time",
        Description = "RFC 3339 with an offset, from 2000-01-01; cut to whole milliseconds.",
    };
}
