using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A field of a JSON object.</summary>
/// <param name="name">Its name in JSON, camelCase.</param>
/// <param name="presence">Whether it is required, and whether it may be null.</param>
/// <param name="description">What it means, for the OpenAPI document.</param>
/// <param name="example">An example of its value, for the OpenAPI document.</param>
internal abstract class JsonField(string name, FieldPresence presence, string description, JsonNode example)
{
    /// <summary>Its name in JSON, camelCase.</summary>
    public string Name { get; } = name;

    /// <summary>The name as UTF-8.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Whether it must be given, null or not.</summary>
    public bool IsRequired => presence is FieldPresence.Required or FieldPresence.Nullable;

    /// <summary>Whether it may be null.</summary>
    public bool MayBeNull => presence is FieldPresence.Optional or FieldPresence.Nullable;

    /// <summary>An example of its value: a copy, since a node has one parent.</summary>
    public JsonNode Example => example.DeepClone();

    /// <summary>Reads the value at which the reader stands.</summary>
    /// <returns>The value; null when it is null or invalid.</returns>
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

    /// <summary>The schema of the value.</summary>
    public OpenApiSchema Schema()
    {
        var schema = ValueSchema();
        schema.Description = schema.Description is { } rule ? $"{description} {rule}" : description;
        if (MayBeNull)
        {
            schema.Type |= JsonSchemaType.Null;
            schema.Enum?.Add(JsonNullSentinel.JsonNull);
        }
        return schema;
    }

    /// <summary>A field that must be given and must not be null.</summary>
    public static JsonField<T> Required<T>(string name, JsonType<T> type, string description, T example) =>
        new(name, FieldPresence.Required, type, description, type.Write(example));

    /// <summary>A field that must be given and must not be null, of a type that has an example of its own.</summary>
    public static JsonField<T> Required<T>(string name, JsonType<T> type, string description) =>
        new(name, FieldPresence.Required, type, description, type.Example);

    /// <summary>A field that may be left out or null, which is the same.</summary>
    public static JsonField<T> Optional<T>(string name, JsonType<T> type, string description, T example) =>
        new(name, FieldPresence.Optional, type, description, type.Write(example));

    /// <summary>A field that may be left out or null, of a type that has an example of its own.</summary>
    public static JsonField<T> Optional<T>(string name, JsonType<T> type, string description) =>
        new(name, FieldPresence.Optional, type, description, type.Example);

    /// <summary>A field that must be given; null has a meaning.</summary>
    public static JsonField<T> Nullable<T>(string name, JsonType<T> type, string description, T example) =>
        new(name, FieldPresence.Nullable, type, description, type.Write(example));

    /// <summary>A field that may be left out, but must not be null.</summary>
    public static JsonField<T> NotNull<T>(string name, JsonType<T> type, string description, T example) =>
        new(name, FieldPresence.NotNull, type, description, type.Write(example));

    /// <summary>Reads a value that is not null.</summary>
    /// <returns>The value; null when it is invalid.</returns>
    protected abstract object? ReadValue(ref Utf8JsonReader reader, FieldErrors errors);

    /// <summary>The schema of a value that is not null.</summary>
    protected abstract OpenApiSchema ValueSchema();
}
