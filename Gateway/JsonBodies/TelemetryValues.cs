using System.Text.Json;
using Tocsin.Text;

namespace Tocsin.JsonBodies;

/// <summary>
/// Reads values of telemetry, where a value that cannot be is as one that is missing: null, never an error, and never an exception for what
/// devices really send. Each leaves the reader on the value's last token.
/// </summary>
internal static class TelemetryValues
{
    /// <summary>A number; infinite when it is too large for a double.</summary>
    public static double? Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number))
            return number;
        reader.Skip();
        return null;
    }

    /// <summary>A number of 0 to <paramref name="max"/>.</summary>
    public static double? Number(ref Utf8JsonReader reader, double max) =>
        Number(ref reader) is { } number && number >= 0 && number <= max ? number : null;

    /// <summary>Whether it is false.</summary>
    public static bool IsFalse(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.False)
            return true;
        reader.Skip();
        return false;
    }

    /// <summary>An RFC 3339 time, cut to whole milliseconds.</summary>
    public static DateTimeOffset? Instant(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.ValueSpan.Length > Rfc3339.LengthMax)
        {
            reader.Skip();
            return null;
        }

        // A time is ASCII; another byte becomes a character that no time has.
        Span<char> text = stackalloc char[Rfc3339.LengthMax];
        for (var i = 0; i < reader.ValueSpan.Length; i++)
            text[i] = (char)reader.ValueSpan[i];
        return Rfc3339.TryParse(text[..reader.ValueSpan.Length], out var instant) ? instant : null;
    }

    /// <summary>A text that can be stored, of at most so many bytes.</summary>
    public static string? Text(ref Utf8JsonReader reader, int bytesMax)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return StringReading.Read(ref reader, bytesMax, out var text) == TextFault.None ? text : null;
    }
}
