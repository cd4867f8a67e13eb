using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>A list.</summary>
/// <typeparam name="T">Of what.</typeparam>
/// <param name="item">Its items.</param>
/// <param name="min">At least so many.</param>
/// <param name="max">At most so many.</param>
/// <param name="distinct">Whether each may stand there only once.</param>
internal sealed class ListKind<T>(Kind<T> item, int min, int max, bool distinct = false) : Kind<IReadOnlyList<T>>
{
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
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = item.Schema(),
        MinItems = min > 0 ? min : null,
        MaxItems = max,
        UniqueItems = distinct ? true : null,
    };
}
