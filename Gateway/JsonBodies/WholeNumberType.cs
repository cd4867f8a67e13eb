using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A whole number, written without a decimal point or an exponent.</summary>
/// <param name="min">The smallest.</param>
/// <param name="max">The largest.</param>
internal sealed class WholeNumberType(int min, int max) : JsonType<int>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out int value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return WrongType(ref reader, errors, "a whole number");
        if (reader.TryGetInt32(out value))
        {
            if (value >= min && value <= max)
                return true;
        }
        else if (reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return WrongType(ref reader, errors, "a whole number");
        }
        errors.Add(ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}"));
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode Write(int value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = min.ToString(CultureInfo.InvariantCulture),
        Maximum = max.ToString(CultureInfo.InvariantCulture),
    };
}
