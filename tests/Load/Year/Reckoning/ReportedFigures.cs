using System.Text.Json;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>
/// Every figure that stands in a part of a report, by the way to it: <c>clocks.travel.buckets[300].share</c>. What a list's items are of is
/// their name, and no figure.
/// </summary>
public static class ReportedFigures
{
    private static readonly string[] Names = ["class", "category", "upTo"];

    /// <summary>Reads them.</summary>
    public static IReadOnlyDictionary<string, decimal?> Of(JsonElement part)
    {
        var figures = new Dictionary<string, decimal?>();
        Read(part, string.Empty, figures);
        return figures;
    }

    private static void Read(JsonElement part, string path, Dictionary<string, decimal?> figures)
    {
        switch (part.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in part.EnumerateObject())
                {
                    if (!path.EndsWith(']') || !Names.Contains(property.Name))
                        Read(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", figures);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in part.EnumerateArray())
                    Read(item, $"{path}[{NameOf(item)}]", figures);
                break;
            case JsonValueKind.Number or JsonValueKind.Null:
                figures[path] = part.ValueKind == JsonValueKind.Null ? null : part.GetDecimal();
                break;
            default:
                throw new FormatException($"{path} is no figure.");
        }
    }

    private static string NameOf(JsonElement item) =>
        string.Join(
            ' ',
            Names.Where(n => item.TryGetProperty(n, out _))
                .Select(n => item.GetProperty(n) is { ValueKind: JsonValueKind.Null } ? "null" : item.GetProperty(n).ToString()));
}
