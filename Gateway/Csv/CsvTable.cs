using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Tocsin.Csv;

/// <summary>An answer as a table: its header, and how its rows come out of the JSON of the answer.</summary>
/// <param name="Name">The name of the file, without its ending.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="WriteRows">Writes the rows that a JSON document makes.</param>
internal sealed record CsvTable(string Name, IReadOnlyList<string> Header, Action<CsvWriter, JsonElement, TimeZoneInfo> WriteRows)
{
    /// <summary>The media type.</summary>
    public const string Media = "text/csv";

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    /// <summary>A table with a row for each item of a list, or for one thing.</summary>
    public static CsvTable OfItems(string name, params CsvColumn[] columns) =>
        new(name, [.. columns.Select(c => c.Name)], (csv, item, zone) => WriteRow(csv, item, zone, columns));

    /// <summary>A table with a row for each item of a list that stands in an object.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="list">The member with the list.</param>
    /// <param name="columns">The columns.</param>
    public static CsvTable OfMember(string name, string list, params CsvColumn[] columns) =>
        new(name, [.. columns.Select(c => c.Name)], (csv, root, zone) =>
        {
            foreach (var item in root.GetProperty(list).EnumerateArray())
                WriteRow(csv, item, zone, columns);
        });

    /// <summary>The file: UTF-8 with a byte order mark, lines that end with CR LF.</summary>
    /// <param name="documents">The JSON of the items, or of the one answer.</param>
    /// <param name="zone">The centre's time zone.</param>
    public byte[] Write(IEnumerable<string> documents, TimeZoneInfo zone)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            csv.WriteRecord(Header.ToArray());
            foreach (var text in documents)
            {
                using var document = JsonDocument.Parse(text);
                WriteRows(csv, document.RootElement, zone);
            }
        }

        return file.ToArray();
    }

    /// <summary>The file as text, for the OpenAPI document.</summary>
    public string Example(string document) => Encoding.UTF8.GetString(Write([document], TimeZoneInfo.Utc)).TrimStart('\uFEFF');

    private static void WriteRow(CsvWriter csv, JsonElement item, TimeZoneInfo zone, CsvColumn[] columns)
    {
        foreach (var column in columns)
            column.Write(csv, item, zone);
        csv.EndRecord();
    }
}
