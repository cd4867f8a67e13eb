using System.Text.Json;

namespace Tocsin.Tests.Load.Http;

/// <summary>Finds a few words in a body without making anything else of it.</summary>
public static class AnswerReader
{
    /// <summary>The words that <paramref name="part"/> asks for, in their order; none where the body is no JSON.</summary>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> body, AnswerPart part) => part switch
    {
        AnswerPart.Id => Values(body, "id"u8, 1, first: true),
        AnswerPart.UnitIds => Values(body, "unitId"u8, 3, first: false),
        AnswerPart.IncidentIds => Values(body, "incidentId"u8, 2, first: false),
        _ => [],
    };

    /// <summary>The code of a problem; null when the body is none.</summary>
    public static string? Code(ReadOnlySpan<byte> body) => Values(body, "code"u8, 1, first: true) is [var code, ..] ? code : null;

    private static List<string> Values(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name, int deepest, bool first)
    {
        var found = new List<string>();
        var json = new Utf8JsonReader(body);
        try
        {
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName
                    || json.CurrentDepth > deepest
                    || !json.ValueTextEquals(name)
                    || !json.Read()
                    || json.TokenType != JsonTokenType.String)
                {
                    continue;
                }

                found.Add(json.GetString()!);
                if (first)
                    break;
            }
        }
        catch (JsonException)
        {
            // Not ours to judge: whoever needed a word finds none.
        }

        return found;
    }
}
