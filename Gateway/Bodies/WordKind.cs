using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>A word out of a list; case counts.</summary>
/// <typeparam name="T">The list.</typeparam>
internal sealed class WordKind<T> : Kind<T>
{
    private readonly (string Word, T Value)[] _words;
    private readonly string _expected;

    /// <summary>The words, as the contract writes them.</summary>
    public WordKind(params (string Word, T Value)[] words)
    {
        _words = words;
        _expected = "must be one of " + string.Join(", ", words.Select(w => w.Word));
    }

    /// <summary>The words.</summary>
    public IEnumerable<string> Words => _words.Select(w => w.Word);

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

    /// <summary>What a wrong word is told.</summary>
    public string Expected => _expected;

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, errors, "a word");
        var fault = StringReading.Read(ref reader, 600, out var text);
        if (fault == TextFault.BadCharacter)
            errors.Add(ErrorCodes.BadCharacter, "must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8");
        else if (fault == TextFault.None && TryFind(text, out value))
            return true;
        else
            errors.Add(ErrorCodes.NotInList, _expected);
        return false;
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. _words.Select(w => (JsonNode)w.Word)],
    };
}
