using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A finite number.</summary>
/// <param name="min">The smallest; <see cref="double.MinValue"/>: any.</param>
/// <param name="max">The largest; <see cref="double.MaxValue"/>: any.</param>
internal sealed class NumberType(double min, double max) : JsonType<double>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out double value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return WrongType(ref reader, errors, "a number");
        if (reader.TryGetDouble(out value) && double.IsFinite(value) && value >= min && value <= max)
            return true;
        errors.Add(ErrorCodes.OutOfRange, Expected);
        return false;
    }

    private string Expected => double.IsInfinity(min) || min == double.MinValue
        ? "must be a finite number"
        : string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}");

    /// <inheritdoc/>
    public override JsonNode Write(double value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Number,
        Format = "double",
        Minimum = min == double.MinValue ? null : min.ToString(CultureInfo.InvariantCulture),
        Maximum = max == double.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture),
    };
}
