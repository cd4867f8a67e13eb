using Tocsin.Csv;

namespace Tocsin.Answers;

/// <summary>A trail as a table: one event a row, its data as JSON text.</summary>
internal static class TrailCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfItems(
        "trail",
        CsvColumn.Value("position"),
        CsvColumn.Text("stream"),
        CsvColumn.Value("version"),
        CsvColumn.Text("kind"),
        CsvColumn.Time("occurredAt"),
        CsvColumn.Time("recordedAt"),
        CsvColumn.Text("actor.subject"),
        CsvColumn.Text("actor.role"),
        CsvColumn.Text("actor.unitId"),
        CsvColumn.Json("data"),
        CsvColumn.Text("commandId"),
        CsvColumn.Text("hash"));
}
