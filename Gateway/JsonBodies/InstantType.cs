using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Json;
using Tocsin.Problems;
using Tocsin.Settings;
using Tocsin.Text;

namespace Tocsin.JsonBodies;

/// <summary>A time: RFC 3339 with any offset, from 2000-01-01, cut to whole milliseconds.</summary>
internal sealed class InstantType : JsonType<DateTimeOffset>
{
    /// <summary>The message for a text that is not a time.</summary>
    public const string Expected = "must be an RFC 3339 time with an offset, such as 2026-01-31T23:59:59.123Z";

    private static readonly DateTimeOffset Usual = new(2026, 1, 31, 8, 15, 30, TimeSpan.Zero);

    /// <inheritdoc/>
    public override JsonNode Example => Write(Usual);

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out DateTimeOffset value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "a time (text)");
        if (StringReading.Read(ref reader, Rfc3339.LengthMax * StringReading.BytesPerUnitMax, out var text) == TextFault.BadCharacter)
        {
            errors.Add(ErrorCodes.BadCharacter, StringReading.BadCharacter);
            return false;
        }
        return Parse(text, errors, out value);
    }

    /// <summary>Reads a time from text.</summary>
    /// <returns>Whether it is a valid one; if not, <paramref name="errors"/> says why.</returns>
    public static bool Parse(string text, FieldErrors errors, out DateTimeOffset value)
    {
        if (!Rfc3339.TryParse(text, out value))
            errors.Add(ErrorCodes.Malformed, Expected);
        else if (value < GatewayLimits.InstantMin)
            errors.Add(ErrorCodes.OutOfRange, "must not be before 2000-01-01");
        else
            return true;
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode Write(DateTimeOffset value) =>
        JsonValue.Create(value.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture))!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        Format = "date-time",
        Description = "RFC 3339 with an offset, from 2000-01-01; cut to whole milliseconds.",
    };
}
