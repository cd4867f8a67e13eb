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
        value = null!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "an object");
        string? unit = null, source = null;
        double? lat = null, lon = null, speed = null, heading = null, accuracy = null;
        DateTimeOffset? at = null;
        var hasNoFix = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // No sender writes the names of these members with escapes: one that has some is another member.
            var name = reader.ValueIsEscaped ? default : reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("unitId"u8))
                unit = TelemetryValues.Text(ref reader, StringReading.NameBytesMax);
            else if (name.SequenceEqual("lat"u8))
                lat = TelemetryValues.Number(ref reader);
            else if (name.SequenceEqual("lon"u8))
                lon = TelemetryValues.Number(ref reader);
            else if (name.SequenceEqual("at"u8))
                at = TelemetryValues.Instant(ref reader);
            else if (name.SequenceEqual("speed"u8))
                speed = TelemetryValues.Number(ref reader, GatewayLimits.SpeedMax);
            else if (name.SequenceEqual("heading"u8))
                heading = TelemetryValues.Number(ref reader, GatewayLimits.HeadingMax);
            else if (name.SequenceEqual("accuracy"u8))
                accuracy = TelemetryValues.Number(ref reader, GatewayLimits.AccuracyMetersMax);
            else if (name.SequenceEqual("valid"u8))
                hasNoFix = TelemetryValues.IsFalse(ref reader);
            else if (name.SequenceEqual("source"u8))
                source = ReadSource(ref reader);
            else
                reader.Skip();
        }

        var hasUnit = EntityIdRule.IsValid(unit);
        value = new PositionRow
        {
            UnitId = hasUnit ? unit : unit?[..Math.Min(unit.Length, GatewayLimits.EchoedNameMax)],
            HasUnit = hasUnit,
            Lat = lat,
            Lon = lon,
            At = at,
            Speed = speed,
            Heading = heading,
            Accuracy = accuracy,
            HasNoFix = hasNoFix,
            Source = source,
        };
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

    private static string? ReadSource(ref Utf8JsonReader reader) =>
        TelemetryValues.Text(ref reader, GatewayLimits.PositionSourceMax * StringReading.BytesPerUnitMax)
            is { Length: <= GatewayLimits.PositionSourceMax } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
