using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>The fields of an object; no others are taken.</summary>
internal sealed class Shape
{
    // The fields that were seen are bits of one word.
    private const int FieldsMax = 64;

    private readonly Field[] _fields;

    /// <summary>An object of these fields.</summary>
    public Shape(params Field[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields.Length, FieldsMax);
        _fields = fields;
    }

    /// <summary>Whether an empty object is one.</summary>
    public bool MayBeEmpty => !_fields.Any(f => f.MustBeThere);

    /// <summary>Where a field's value stands.</summary>
    internal int IndexOf(Field field) => Array.IndexOf(_fields, field) is var index and >= 0
        ? index
        : throw new ArgumentException($"'{field.Name}' is no field of this shape.", nameof(field));

    /// <summary>Reads the object at whose start the reader stands, to its end.</summary>
    internal Values Read(ref Utf8JsonReader reader, FieldErrors errors)
    {
        var values = new object?[_fields.Length];
        var (seen, given) = (0UL, 0UL);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(ref reader);
            if (index < 0)
            {
                RefuseUnknown(ref reader, errors);
                continue;
            }
            reader.Read();
            if ((seen & (1UL << index)) != 0)
            {
                errors.AddBelow(_fields[index].Name, ErrorCodes.Duplicate, "came twice");
                reader.Skip();
                continue;
            }
            seen |= 1UL << index;
            given |= reader.TokenType == JsonTokenType.Null ? 0 : 1UL << index;
            values[index] = _fields[index].Read(ref reader, errors);
        }
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i].MustBeThere && (seen & (1UL << i)) == 0)
                errors.AddBelow(_fields[i].Name, ErrorCodes.Required, "is missing");
        }
        return new Values(this, values, seen, given);
    }

    /// <summary>The object's schema.</summary>
    public OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = _fields.ToDictionary(f => f.Name, IOpenApiSchema (f) => f.Schema()),
        Required = _fields.Where(f => f.MustBeThere).Select(f => f.Name).ToHashSet(),
        AdditionalPropertiesAllowed = false,
    };

    private int Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (NameIs(ref reader, _fields[i].Utf8Name))
                return i;
        }
        return -1;
    }

    // An escaped name may hold an unpaired surrogate, which the reader meets with an exception; most names are not escaped.
    private static bool NameIs(ref Utf8JsonReader reader, byte[] name)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan.SequenceEqual(name);
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void RefuseUnknown(ref Utf8JsonReader reader, FieldErrors errors)
    {
        var fault = StringReading.Read(ref reader, 600, out var name);
        errors.AddBelow(
            fault == TextFault.None ? name : "?",
            fault == TextFault.BadCharacter ? ErrorCodes.BadCharacter : ErrorCodes.UnknownField,
            fault == TextFault.BadCharacter ? "the name of a field must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8" : "is not a field of this body");
        reader.Read();
        reader.Skip();
    }
}
