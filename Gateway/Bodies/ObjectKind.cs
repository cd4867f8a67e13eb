using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>An object of known fields.</summary>
/// <typeparam name="T">What it becomes.</typeparam>
/// <param name="shape">Its fields.</param>
/// <param name="make">Makes it of values that are good each by itself; may add what is wrong with them together.</param>
internal sealed class ObjectKind<T>(Shape shape, Func<Values, FieldErrors, T> make) : Kind<T>
{
    /// <summary>An object whose fields have nothing to do with each other.</summary>
    public ObjectKind(Shape shape, Func<Values, T> make)
        : this(shape, (values, _) => make(values))
    {
    }

    /// <summary>Its fields.</summary>
    public Shape Shape => shape;

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "an object");
        var before = errors.List.Count;
        var values = shape.Read(ref reader, errors);
        // What the parts say together is asked even when some are wrong, so that one answer names every wrong field;
        // the makers look only at what is there.
        value = make(values, errors);
        return errors.List.Count == before && !errors.IsFull;
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => shape.Schema();
}
