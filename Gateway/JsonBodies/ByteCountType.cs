using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A number of bytes: whole, and such that every reader of JSON keeps it exactly.</summary>
internal sealed class ByteCountType : JsonType<long>
{
    /// <summary>The largest: 2^53 - 1, which JavaScript still reads exactly.</summary>
    private const long Max = (1L << 53) - 1;

    /// <summary>The only instance.</summary>
    public static readonly ByteCountType Instance = new();

    private ByteCountType()
    {
    }

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out long value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return WrongType(ref reader, errors, "a whole number");
        if (reader.TryGetInt64(out value))
        {
            if (value is >= 0 and <= Max)
                return true;
        }
        else if (reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return WrongType(ref reader, errors, "a whole number");
        }

        errors.Add(ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"must be 0 to {Max}"));
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode Write(long value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int64",
        Minimum = "0",
        Maximum = Max.ToString(CultureInfo.InvariantCulture),
    };
}
