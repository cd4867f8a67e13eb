using System.Text.Json;
using CsvHelper;
using Tocsin.Csv;

namespace Tocsin.Reports;

/// <summary>
/// Reports as tables: a row for each figure of each group, so that a report that gains a figure has it here at once. The last rows are the
/// whole, without a group. <c>figure</c> is the way to the figure in the JSON answer; what stands in a list is named by its first member,
/// what has no upper limit is <c>more</c>.
/// </summary>
internal static class ReportCsv
{
    /// <summary>Response times.</summary>
    public static CsvTable ResponseTimes { get; } = Of("response-times", group => group);

    /// <summary>The summary: the figures of a group stand in a member of their own.</summary>
    public static CsvTable Summary { get; } = Of("summary", group => group.GetProperty("figures"));

    private static CsvTable Of(string name, Func<JsonElement, JsonElement> figures) =>
        new(name, ["from", "to", "groupBy", "group", "figure", "value"], (csv, report, zone) =>
        {
            foreach (var group in report.GetProperty("groups").EnumerateArray())
                WriteFigures(new Row(csv, report, group.GetProperty("key").GetString(), zone), "", figures(group));
            WriteFigures(new Row(csv, report, null, zone), "", report.GetProperty("total"));
        });

    private static void WriteFigures(Row row, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(m => path.Length > 0 || m.Name != "key"))
                    WriteFigures(row, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    WriteFigures(row, $"{path}.{NameOf(item)}", item);
                break;
            default:
                row.Write(path, value);
                break;
        }
    }

    private static string NameOf(JsonElement item) =>
        item.EnumerateObject().First().Value is { ValueKind: not JsonValueKind.Null } first ? first.ToString() : "more";

    private sealed record Row(CsvWriter Csv, JsonElement Report, string? Group, TimeZoneInfo Zone)
    {
        private static readonly CsvColumn[] Head = [CsvColumn.Time("from"), CsvColumn.Time("to"), CsvColumn.Text("groupBy")];

        public void Write(string figure, JsonElement value)
        {
            foreach (var column in Head)
                column.Write(Csv, Report, Zone);
            CsvColumn.WriteText(Csv, Group);
            CsvColumn.WriteText(Csv, figure);
            if (value.ValueKind == JsonValueKind.String)
                CsvColumn.WriteText(Csv, value.GetString());
            else
                CsvColumn.WriteValue(Csv, value);
            Csv.EndRecord();
        }
    }
}
