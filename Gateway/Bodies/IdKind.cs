using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;
using Tocsin.Identity;

namespace Tocsin.Bodies;

/// <summary>The id of a thing.</summary>
/// <typeparam name="T">Of what.</typeparam>
internal sealed class IdKind<T> : Kind<T>
    where T : struct, IEntityId<T>
{
    /// <summary>The pattern of every id.</summary>
    public const string Pattern = "^[A-Za-z0-9._-]{1,40}$";

    /// <summary>The only one.</summary>
    public static readonly IdKind<T> Instance = new();

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "an id (text)");
        if (StringReading.Read(ref reader, EntityIdRule.MaxLength * 6, out var text) == TextFault.BadCharacter)
        {
            errors.Add(ErrorCodes.BadCharacter, "must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8");
            return false;
        }
        if (!EntityIdRule.IsValid(text))
        {
            errors.Add(ErrorCodes.Malformed, string.Create(CultureInfo.InvariantCulture, $"must be 1 to {EntityIdRule.MaxLength} of letters, digits, '-', '_', '.'"));
            return false;
        }
        value = T.Of(text);
        return true;
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new() { Type = JsonSchemaType.String, Pattern = Pattern };
}
