using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.JsonBodies;

/// <summary>
/// An area: a GeoJSON Polygon or MultiPolygon (RFC 7946), rings closed, WGS 84 degrees, longitude before latitude. Stored as compact JSON
/// text. Whether rings cross is not checked.
/// </summary>
internal sealed class AreaType : JsonType<string>
{
    private const int RingMin = 4;

    // Metres; higher than anything that a station's area is drawn on.
    private const double AltitudeMax = 100_000;

    private static readonly string TooManyPoints = string.Create(
        CultureInfo.InvariantCulture, $"must have at most {GatewayLimits.AreaPointsMax} points");

    /// <inheritdoc/>
    public override JsonNode Example => new JsonObject
    {
        ["type"] = "Polygon",
        ["coordinates"] = new JsonArray(new JsonArray(
            new JsonArray(113.0, 36.4), new JsonArray(113.2, 36.4), new JsonArray(113.2, 36.6), new JsonArray(113.0, 36.4))),
    };

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out string value)
    {
        value = "";
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "a GeoJSON object");
        var before = errors.List.Count;
        // Areas are registered rarely: a JsonDocument is fast enough.
        using var document = JsonDocument.ParseValue(ref reader);
        var area = document.RootElement;
        var (type, coordinates) = Members(area, errors);
        if (errors.List.Count > before)
            return false;
        var points = 0;
        var good = type switch
        {
            "Polygon" => IsPolygon(coordinates, ref points),
            "MultiPolygon" => IsList(coordinates, 1) && All(coordinates, ref points, IsPolygon),
            _ => false,
        };
        if (!good)
        {
            errors.AddBelow(
                "coordinates", ErrorCodes.Malformed, "must be closed rings of four or more [lon, lat] positions, as the type says");
        }
        else if (points > GatewayLimits.AreaPointsMax)
        {
            errors.AddBelow("coordinates", ErrorCodes.TooMany, TooManyPoints);
        }
        if (errors.List.Count > before)
            return false;
        value = Compact(area);
        return true;
    }

    /// <inheritdoc/>
    public override JsonNode Write(string value) => JsonNode.Parse(value)!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "GeoJSON Polygon or MultiPolygon (RFC 7946), 10,000 points at most.",
        Required = new HashSet<string> { "type", "coordinates" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = ["Polygon", "MultiPolygon"],
                Description = "The GeoJSON type.",
            },
            ["coordinates"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                // A ring has positions, whose items are numbers; a polygon has rings, whose items are positions.
                Items = ListOf(ListOf(new OpenApiSchema { AnyOf = [Number(), ListOf(Number())] })),
                Description = "Closed rings of [lon, lat] positions, WGS 84 degrees; of a MultiPolygon a list of such polygons.",
            },
        },
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Number() => new() { Type = JsonSchemaType.Number };

    private static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private delegate bool PartCheck(JsonElement element, ref int points);

    private static (string? Type, JsonElement Coordinates) Members(JsonElement area, FieldErrors errors)
    {
        string? type = null;
        JsonElement? coordinates = null;
        foreach (var member in area.EnumerateObject())
        {
            if (IsNamed(member, "type") && type is null)
                type = TypeOf(member.Value, errors);
            else if (IsNamed(member, "coordinates") && coordinates is null)
                coordinates = member.Value;
            else
                errors.Add(ErrorCodes.UnknownField, "may have nothing but type and coordinates, each once");
        }
        if (type is null)
            errors.AddBelow("type", ErrorCodes.Required, "is missing");
        if (coordinates is null)
            errors.AddBelow("coordinates", ErrorCodes.Required, "is missing");
        return (type, coordinates ?? default);
    }

    private static string TypeOf(JsonElement value, FieldErrors errors)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() is "Polygon" or "MultiPolygon")
                return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate: not in the list either.
        }
        errors.AddBelow("type", ErrorCodes.NotInList, "must be Polygon or MultiPolygon");
        return "";
    }

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsPolygon(JsonElement polygon, ref int points) => IsList(polygon, 1) && All(polygon, ref points, IsRing);

    private static bool IsRing(JsonElement ring, ref int points)
    {
        if (!IsList(ring, RingMin) || !All(ring, ref points, IsPosition))
            return false;
        var (first, last) = (ring[0], ring[ring.GetArrayLength() - 1]);
        return first[0].GetDouble() == last[0].GetDouble() && first[1].GetDouble() == last[1].GetDouble();
    }

    private static bool IsPosition(JsonElement position, ref int points)
    {
        points++;
        return position.ValueKind == JsonValueKind.Array && position.GetArrayLength() is 2 or 3
            && IsWithin(position[0], GatewayLimits.LongitudeMax) && IsWithin(position[1], GatewayLimits.LatitudeMax)
            && (position.GetArrayLength() == 2 || IsWithin(position[2], AltitudeMax));
    }

    private static bool IsWithin(JsonElement number, double max) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && Math.Abs(value) <= max;

    private static bool IsList(JsonElement element, int min) => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= min;

    private static bool All(JsonElement list, ref int points, PartCheck check)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (!check(item, ref points))
                return false;
        }
        return true;
    }

    private static string Compact(JsonElement area)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            area.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
