using System.Text.Json;

namespace Tocsin.Stations;

/// <summary>The text of an area, and its JSON.</summary>
internal static class StationAreas
{
    /// <summary>The JSON of a text; null of null.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement? Parse(string? area)
    {
        if (area is null)
            return null;
        using var document = JsonDocument.Parse(area);
        return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
    }

    /// <summary>Whether both are the same area, however they are spaced.</summary>
    public static bool Same(JsonElement? left, JsonElement? right) =>
        left is { } a && right is { } b ? JsonElement.DeepEquals(a, b) : left is null && right is null;
}
