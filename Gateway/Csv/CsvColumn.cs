using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace Tocsin.Csv;

/// <summary>
/// A column of a table: how its cell comes out of a JSON object of the contract. What is null or missing is an empty cell. Text that a
/// spreadsheet would run as a formula is made harmless by an apostrophe before it; numbers, times and flags cannot be formulas.
/// </summary>
/// <param name="Name">Its name in the header row.</param>
/// <param name="Write">Writes the cell.</param>
internal sealed record CsvColumn(string Name, Action<CsvWriter, JsonElement, TimeZoneInfo> Write)
{
    /// <summary>What stands between the words of a list in one cell.</summary>
    private const string Between = "; ";

    // The writer knows the ASCII ones; a Chinese or Japanese spreadsheet also takes these.
    private const string WideFormulas = "＝＋－＠";

    /// <summary>A text.</summary>
    /// <param name="path">The member, or the members on the way to it with dots between; also the column's name.</param>
    public static CsvColumn Text(string path) => new(path, (csv, item, _) => WriteText(csv, Find(item, path)?.GetString()));

    /// <summary>A number, or true or false, as JSON writes it.</summary>
    /// <param name="path">As for <see cref="Text"/>.</param>
    public static CsvColumn Value(string path) => new(path, (csv, item, _) => WriteValue(csv, Find(item, path)));

    /// <summary>A time, in the centre's time zone, with its offset.</summary>
    /// <param name="path">As for <see cref="Text"/>.</param>
    public static CsvColumn Time(string path) => new(path, (csv, item, zone) =>
    {
        if (Find(item, path) is { } time)
            csv.WriteField(TimeZoneInfo.ConvertTime(time.GetDateTimeOffset(), zone), "yyyy-MM-dd'T'HH:mm:ss.fffzzz");
        else
            csv.WriteField("");
    });

    /// <summary>A list in one cell: a text of each of its items.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="list">The member with the list.</param>
    /// <param name="path">The text of an item, as for <see cref="Text"/>; null: the item is a text.</param>
    public static CsvColumn List(string name, string list, string? path = null) => new(name, (csv, item, _) =>
    {
        IEnumerable<JsonElement> items = Find(item, list) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
        WriteText(csv, string.Join(Between, items.Select(i => (path is null ? i : Find(i, path))?.ToString()).Where(t => t is not null)));
    });

    /// <summary>A part of the object as JSON text.</summary>
    /// <param name="path">As for <see cref="Text"/>.</param>
    public static CsvColumn Json(string path) => new(path, (csv, item, _) => WriteText(csv, Find(item, path)?.GetRawText()));

    /// <summary>Writes a text.</summary>
    public static void WriteText(CsvWriter csv, string? text) =>
        csv.WriteField(text is [var first, ..] && WideFormulas.Contains(first) ? "'" + text : text ?? "");

    /// <summary>Writes a number, or true or false; empty for anything else.</summary>
    public static void WriteValue(CsvWriter csv, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var exact))
            csv.WriteField(exact, default, CultureInfo.InvariantCulture);
        else
            csv.WriteField(value is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetRawText() : "");
    }

    private static JsonElement? Find(JsonElement item, string path)
    {
        foreach (var member in path.Split('.'))
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(member, out item))
                return null;
        }

        return item.ValueKind == JsonValueKind.Null ? null : item;
    }
}
