using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>
/// A type of JSON value: how it is read strictly, how OpenAPI describes it, and an example of it. One object serves all three, so that they
/// cannot differ. This room is the small JSON schema library by which every request body is read; it knows no feature.
/// </summary>
internal abstract class JsonType
{
    /// <summary>Its name among the schemas of the OpenAPI document; null: it has none, and stands where it is used.</summary>
    public virtual string? Name => null;

    /// <summary>An example of a whole value, for types that can put one together by themselves.</summary>
    /// <exception cref="InvalidOperationException">It cannot: the field that uses it must give one.</exception>
    public virtual JsonNode Example =>
        throw new InvalidOperationException($"{GetType().Name} has no example of its own: the field must give one.");

    /// <summary>The schema of the value.</summary>
    public abstract OpenApiSchema Schema();

    /// <summary>Reads a whole text and throws the value away, for tests of examples.</summary>
    /// <returns>Everything that is wrong with it; empty: it is accepted.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public abstract FieldErrors Check(ReadOnlySpan<byte> json);
}
