using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A list.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <param name="item">The JSON type of an item.</param>
/// <param name="min">The fewest items.</param>
/// <param name="max">The most items.</param>
/// <param name="distinct">Whether an item may be in the list only once.</param>
/// <param name="name">Its name among the schemas of the OpenAPI document; null: none.</param>
internal sealed class ListType<T>(JsonType<T> item, int min, int max, bool distinct = false, string? name = null)
    : JsonType<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override string? Name => name;

    /// <inheritdoc/>
    public override JsonNode Example => new JsonArray(item.Example);

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out IReadOnlyList<T> value)
    {
        value = [];
        if (reader.TokenType != JsonTokenType.StartArray)
            return WrongType(ref reader, errors, "a list");
        var items = new List<T>();
        var seen = distinct ? new HashSet<T>() : null;
        var good = true;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count >= max || errors.IsFull)
            {
                reader.Skip();
                count++;
                continue;
            }
            errors.Enter(count++);
            if (!item.Read(ref reader, errors, out var one))
            {
                good = false;
            }
            else if (seen?.Add(one) == false)
            {
                errors.Add(ErrorCodes.Duplicate, "stands in the list already");
                good = false;
            }
            else
            {
                items.Add(one);
            }
            errors.Leave();
        }
        if (count > max)
            errors.Add(ErrorCodes.TooMany, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} items"));
        if (count < min)
            errors.Add(ErrorCodes.TooFew, string.Create(CultureInfo.InvariantCulture, $"must have at least {min} items"));
        value = items;
        return good && count >= min && count <= max;
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(v => item.Write(v))]);

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = item.Schema(),
        MinItems = min > 0 ? min : null,
        MaxItems = max,
        UniqueItems = distinct ? true : null,
    };
}
