using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tocsin.Json;

/// <summary>
/// Writes a time as the contract does: UTC, milliseconds, <c>Z</c>; reads RFC 3339 with any offset, cut to whole milliseconds.
/// </summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>How times stand in lines and answers.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var time = reader.GetDateTimeOffset().ToUniversalTime();
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[24];
        value.UtcDateTime.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
