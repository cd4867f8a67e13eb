using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>A whole number, written without point and exponent.</summary>
internal sealed class WholeNumberKind(int min, int max) : Kind<int>
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
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = min.ToString(CultureInfo.InvariantCulture),
        Maximum = max.ToString(CultureInfo.InvariantCulture),
    };
}
