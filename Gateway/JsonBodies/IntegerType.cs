using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A whole number, written without a decimal point or an exponent.</summary>
/// <typeparam name="T">Its type, at most 64 bits wide and signed.</typeparam>
/// <param name="min">The smallest.</param>
/// <param name="max">The largest.</param>
/// <param name="format">The format in OpenAPI.</param>
internal abstract class IntegerType<T>(T min, T max, string format) : JsonType<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public sealed override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = T.Zero;
        if (reader.TokenType != JsonTokenType.Number)
            return WrongType(ref reader, errors, "a whole number");
        if (reader.TryGetInt64(out var number))
        {
            if (number >= long.CreateChecked(min) && number <= long.CreateChecked(max))
            {
                value = T.CreateChecked(number);
                return true;
            }
        }
        else if (reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return WrongType(ref reader, errors, "a whole number");
        }

        errors.Add(ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}"));
        return false;
    }

    /// <inheritdoc/>
    public sealed override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = format,
        Minimum = min.ToString(null, CultureInfo.InvariantCulture),
        Maximum = max.ToString(null, CultureInfo.InvariantCulture),
    };
}
