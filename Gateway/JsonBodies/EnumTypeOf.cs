using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>One word of a closed list; upper and lower case differ.</summary>
/// <typeparam name="T">What a word becomes.</typeparam>
internal sealed class EnumType<T> : JsonType<T>
{
    private readonly (string Word, T Value)[] _words;
    private readonly string _expected;

    /// <summary>A list of words, as JSON writes them, and their values.</summary>
    public EnumType(params (string Word, T Value)[] words)
    {
        _words = words;
        _expected = "must be one of " + string.Join(", ", words.Select(w => w.Word));
    }

    /// <summary>The message for a word that is not in the list.</summary>
    public string Expected => _expected;

    /// <summary>Looks a word up.</summary>
    public bool TryFind(string text, out T value)
    {
        foreach (var (word, found) in _words)
        {
            if (string.Equals(word, text, StringComparison.Ordinal))
            {
                value = found;
                return true;
            }
        }
        value = default!;
        return false;
    }

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "a word");
        var fault = StringReading.Read(ref reader, StringReading.NameBytesMax, out var text);
        if (fault == TextFault.BadCharacter)
            errors.Add(ErrorCodes.BadCharacter, StringReading.BadCharacter);
        else if (fault == TextFault.None && TryFind(text, out value))
            return true;
        else
            errors.Add(ErrorCodes.NotInList, _expected);
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) =>
        JsonValue.Create(_words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word)!;

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. _words.Select(w => (JsonNode)w.Word)],
    };
}
