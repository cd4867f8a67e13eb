using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>A field of a body.</summary>
/// <param name="name">As the contract writes it.</param>
/// <param name="presence">Whether it must be there.</param>
internal abstract class Field(string name, Presence presence)
{
    /// <summary>As the contract writes it.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it must be there.</summary>
    public Presence Presence { get; } = presence;

    /// <summary>The name as it stands on the wire.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Whether it must be there, null or not.</summary>
    public bool MustBeThere => Presence is Presence.Required or Presence.Nullable;

    /// <summary>Whether it may be null.</summary>
    public bool MayBeNull => Presence is Presence.Optional or Presence.Nullable;

    /// <summary>Reads the value at which the reader stands; null when it is null or wrong.</summary>
    public object? Read(ref Utf8JsonReader reader, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        errors.Enter(Name);
        object? value = null;
        if (reader.TokenType != JsonTokenType.Null)
            value = ReadValue(ref reader, errors);
        else if (!MayBeNull)
            errors.Add(ErrorCodes.Required, "must not be null");
        errors.Leave();
        return value;
    }

    /// <summary>The value's schema.</summary>
    public OpenApiSchema Schema()
    {
        var schema = ValueSchema();
        if (MayBeNull)
        {
            schema.Type |= JsonSchemaType.Null;
            schema.Enum?.Add(JsonNullSentinel.JsonNull);
        }
        return schema;
    }

    /// <summary>A field.</summary>
    public static Field<T> Required<T>(string name, Kind<T> kind) => new(name, Presence.Required, kind);

    /// <summary>A field that may be absent or null.</summary>
    public static Field<T> Optional<T>(string name, Kind<T> kind) => new(name, Presence.Optional, kind);

    /// <summary>A field that must be there, null or not.</summary>
    public static Field<T> Nullable<T>(string name, Kind<T> kind) => new(name, Presence.Nullable, kind);

    /// <summary>A field that may be absent, but not null.</summary>
    public static Field<T> NotNull<T>(string name, Kind<T> kind) => new(name, Presence.NotNull, kind);

    /// <summary>Reads a value that is not null; null when it is wrong.</summary>
    protected abstract object? ReadValue(ref Utf8JsonReader reader, FieldErrors errors);

    /// <summary>The schema of a value that is not null.</summary>
    protected abstract OpenApiSchema ValueSchema();
}
