using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A map from words to numbers: <c>{"arrests": 2}</c>.</summary>
/// <param name="max">The most words.</param>
/// <param name="wordMax">The longest word, in UTF-16 code units.</param>
internal sealed class NumberMapType(int max, int wordMax) : JsonType<IReadOnlyDictionary<string, double>>
{
    private readonly string _tooLong = string.Create(
        CultureInfo.InvariantCulture, $"the word must have at most {wordMax} characters");

    private static readonly NumberType Number = new(double.MinValue, double.MaxValue);

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out IReadOnlyDictionary<string, double> value)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        value = words;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, errors, "an object of words with a number each");
        var good = true;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > max || errors.IsFull)
            {
                reader.Read();
                reader.Skip();
                continue;
            }
            good &= ReadOne(ref reader, errors, words);
        }
        if (count > max)
            errors.Add(ErrorCodes.TooMany, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} words"));
        return good && count <= max;
    }

    private bool ReadOne(ref Utf8JsonReader reader, FieldErrors errors, Dictionary<string, double> words)
    {
        var fault = StringReading.Read(ref reader, wordMax * StringReading.BytesPerUnitMax, out var word);
        reader.Read();
        errors.Enter(fault == TextFault.None ? word : "?");
        var good = Number.Read(ref reader, errors, out var number);
        var (code, message) = (fault, word) switch
        {
            (TextFault.BadCharacter, _) => (ErrorCodes.BadCharacter, "the word " + StringReading.BadCharacter),
            (TextFault.TooLong, _) => (ErrorCodes.TooLong, _tooLong),
            _ when word.Length > wordMax => (ErrorCodes.TooLong, _tooLong),
            _ when string.IsNullOrWhiteSpace(word) => (ErrorCodes.Blank, "the word must not be blank"),
            _ when !words.TryAdd(word, number) => (ErrorCodes.Duplicate, "came twice"),
            _ => ("", ""),
        };
        if (code.Length > 0)
            errors.Add(code, message);
        errors.Leave();
        return good && code.Length == 0;
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyDictionary<string, double> value) =>
        new JsonObject(value.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)JsonValue.Create(v.Value))));

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        MaxProperties = max,
        AdditionalProperties = Number.Schema(),
        AdditionalPropertiesAllowed = true,
    };
}
