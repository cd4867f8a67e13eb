using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.Positions;

/// <summary>
/// A row of a batch of positions. Devices of many makers write it, so nothing in it is an error of the body but a row that is no object:
/// unknown members are ignored, a value that cannot be is as one that is missing, and <see cref="PositionRules"/> judge what is left.
/// </summary>
internal sealed class PositionRowType : JsonType<PositionRow>
{
    private static readonly FieldSet Fields = new(
        JsonField.Required("unitId", CommonTypes.Unit, "The unit.", ExampleScene.UnitId),
        JsonField.Required("lat", LocationTypes.Latitude, "WGS 84 degrees north.", 36.53),
        JsonField.Required("lon", LocationTypes.Longitude, "WGS 84 degrees east.", 113.05),
        JsonField.Required(
            "at", CommonTypes.Instant, "When the device was there; the newest one wins. Up to 5 min ahead is taken as now.",
            ExampleScene.OnSceneAt),
        JsonField.Optional(
            "speed",
            new NumberType(double.MinValue, double.MaxValue),
            "Metres per second; null, negative or above 1,000: not known.",
            12.5),
        JsonField.Optional(
            "heading",
            new NumberType(double.MinValue, double.MaxValue),
            "Degrees from north, clockwise; null, negative or above 360: not known.",
            90),
        JsonField.Optional(
            "accuracy",
            new NumberType(double.MinValue, double.MaxValue),
            "The radius in metres within which the unit is; null, negative or above 100,000: not known.",
            8),
        JsonField.Optional("valid", CommonTypes.Flag, "False: the device has no fix, and the row is refused.", true),
        JsonField.Optional("source", new TextType(1, GatewayLimits.PositionSourceMax), "What measured it.", "gps"));

    /// <inheritdoc/>
    public override string Name => "PositionReport";

    /// <inheritdoc/>
    public override JsonNode Example => Fields.Example;

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out PositionRow value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueIsEscaped)
            {
                // No sender writes the names of these members with escapes.
                reader.Read();
                reader.Skip();
                continue;
            }

            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("unitId"u8))
                value = ReadUnit(ref reader, value);
            else if (name.SequenceEqual("lat"u8))
                value = value with { Lat = TelemetryValues.Number(ref reader) };
            else if (name.SequenceEqual("lon"u8))
                value = value with { Lon = TelemetryValues.Number(ref reader) };
            else if (name.SequenceEqual("at"u8))
                value = value with { At = TelemetryValues.Instant(ref reader) };
            else if (name.SequenceEqual("speed"u8))
                value = value with { Speed = TelemetryValues.Number(ref reader, GatewayLimits.SpeedMax) };
            else if (name.SequenceEqual("heading"u8))
                value = value with { Heading = TelemetryValues.Number(ref reader, GatewayLimits.HeadingMax) };
            else if (name.SequenceEqual("accuracy"u8))
                value = value with { Accuracy = TelemetryValues.Number(ref reader, GatewayLimits.AccuracyMetersMax) };
            else if (name.SequenceEqual("valid"u8))
                value = value with { HasNoFix = TelemetryValues.IsFalse(ref reader) };
            else if (name.SequenceEqual("source"u8))
                value = value with { Source = ReadSource(ref reader) };
            else
                reader.Skip();
        }

        return true;
    }

    /// <inheritdoc/>
    public override JsonNode Write(PositionRow value) => throw new NotSupportedException("A row of positions is only read.");

    /// <inheritdoc/>
    public override OpenApiSchema Schema()
    {
        var schema = Fields.Schema();
        schema.AdditionalPropertiesAllowed = true;
        return schema;
    }

    private static PositionRow ReadUnit(ref Utf8JsonReader reader, in PositionRow row)
    {
        if (TelemetryValues.Text(ref reader, StringReading.NameBytesMax) is not { } text)
            return row with { UnitId = null, HasUnit = false };
        return EntityIdRule.IsValid(text)
            ? row with { UnitId = text, HasUnit = true }
            : row with { UnitId = text[..Math.Min(text.Length, GatewayLimits.EchoedNameMax)], HasUnit = false };
    }

    private static string? ReadSource(ref Utf8JsonReader reader) =>
        TelemetryValues.Text(ref reader, GatewayLimits.PositionSourceMax * StringReading.BytesPerUnitMax)
            is { Length: <= GatewayLimits.PositionSourceMax } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
