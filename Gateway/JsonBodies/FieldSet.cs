using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>The fields of a JSON object; a field that is not among them is refused.</summary>
internal sealed class FieldSet
{
    // Which fields were given is kept in the bits of one ulong.
    private const int FieldsMax = 64;

    private readonly JsonField[] _fields;

    /// <summary>A set of fields; 64 at most.</summary>
    public FieldSet(params JsonField[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields.Length, FieldsMax);
        _fields = fields;
    }

    /// <summary>Whether <c>{}</c> is valid.</summary>
    public bool MayBeEmpty => !_fields.Any(f => f.IsRequired);

    /// <summary>An object with the example of every field.</summary>
    public JsonObject Example => new(_fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Example)));

    /// <summary>The index of a field's value.</summary>
    internal int IndexOf(JsonField field) => Array.IndexOf(_fields, field) is var index and >= 0
        ? index
        : throw new ArgumentException($"'{field.Name}' is not in this set.", nameof(field));

    /// <summary>Reads the object at whose start the reader stands, to its end.</summary>
    internal FieldValues Read(ref Utf8JsonReader reader, FieldErrors errors)
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
            if (_fields[i].IsRequired && (seen & (1UL << i)) == 0)
                errors.AddBelow(_fields[i].Name, ErrorCodes.Required, "is missing");
        }
        return new FieldValues(this, values, seen, given);
    }

    /// <summary>The object's schema.</summary>
    public OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = _fields.ToDictionary(f => f.Name, IOpenApiSchema (f) => f.Schema()),
        Required = _fields.Where(f => f.IsRequired).Select(f => f.Name).ToHashSet(),
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

    // ValueTextEquals throws for an escaped name with an unpaired surrogate; most names are not escaped.
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
        var fault = StringReading.Read(ref reader, StringReading.NameBytesMax, out var name);
        if (fault == TextFault.BadCharacter)
            errors.AddBelow("?", ErrorCodes.BadCharacter, "the name of a field " + StringReading.BadCharacter);
        else
            errors.AddBelow(fault == TextFault.None ? name : "?", ErrorCodes.UnknownField, "is not a field of this body");
        reader.Read();
        reader.Skip();
    }
}
