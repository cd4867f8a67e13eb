using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>An object with a fixed set of fields. Its example is made of the examples of its fields.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <param name="name">Its name among the schemas of the OpenAPI document.</param>
/// <param name="fields">Its fields.</param>
/// <param name="make">Makes it from values that are valid each by itself; may add errors about their combination.</param>
internal sealed class ObjectType<T>(string name, FieldSet fields, Func<FieldValues, FieldErrors, T> make) : JsonType<T>
{
    /// <summary>An object whose fields do not depend on each other.</summary>
    public ObjectType(string name, FieldSet fields, Func<FieldValues, T> make)
        : this(name, fields, (values, _) => make(values))
    {
    }

    /// <summary>An object that is named as its .NET type, and whose fields do not depend on each other.</summary>
    public ObjectType(FieldSet fields, Func<FieldValues, T> make)
        : this(typeof(T).Name, fields, (values, _) => make(values))
    {
    }

    /// <summary>An object that is named as its .NET type.</summary>
    public ObjectType(FieldSet fields, Func<FieldValues, FieldErrors, T> make)
        : this(typeof(T).Name, fields, make)
    {
    }

    /// <summary>Its fields.</summary>
    public FieldSet Fields => fields;

    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>The fields that its example leaves out, because they do not go together with the others; default none.</summary>
    public IReadOnlyList<JsonField> NotInExample { get; init; } = [];

    /// <inheritdoc/>
    public override JsonNode Example
    {
        get
        {
            var example = fields.Example;
            foreach (var left in NotInExample)
                example.Remove(left.Name);
            return example;
        }
    }

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "an object");
        var before = errors.List.Count;
        var values = fields.Read(ref reader, errors);
        // The combination is checked even when some fields are invalid, so that one answer names every error; makers look only at given
        // fields.
        value = make(values, errors);
        return errors.List.Count == before && !errors.IsFull;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">
    /// Always: an object is read into <typeparamref name="T"/>, and not written from it.
    /// </exception>
    public override JsonNode Write(T value) => throw new NotSupportedException($"{name} is only read.");

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => fields.Schema();
}
