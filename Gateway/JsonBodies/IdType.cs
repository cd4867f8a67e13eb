using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>The id of a thing: 1 to 40 letters, digits, '-', '_' and '.'.</summary>
/// <typeparam name="T">The id's type.</typeparam>
internal sealed class IdType<T> : JsonType<T>
    where T : struct, IEntityId<T>
{
    /// <summary>The pattern of every id.</summary>
    public const string Pattern = "^[A-Za-z0-9._-]{1,40}$";

    /// <summary>The only instance.</summary>
    public static readonly IdType<T> Instance = new();

    /// <summary>The message for a text that is not an id.</summary>
    public static readonly string Expected = string.Create(
        CultureInfo.InvariantCulture, $"must be 1 to {EntityIdRule.MaxLength} of letters, digits, '-', '_', '.'");

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "an id (text)");
        if (StringReading.Read(ref reader, EntityIdRule.MaxLength * StringReading.BytesPerUnitMax, out var text) == TextFault.BadCharacter)
        {
            errors.Add(ErrorCodes.BadCharacter, StringReading.BadCharacter);
            return false;
        }
        if (!EntityIdRule.IsValid(text))
        {
            errors.Add(ErrorCodes.Malformed, Expected);
            return false;
        }
        value = T.Of(text);
        return true;
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => JsonValue.Create(value.ToString())!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new() { Type = JsonSchemaType.String, Pattern = Pattern };
}
