using Tocsin.Csv;

namespace Tocsin.Overdue;

/// <summary>What is late as a table: one thing a row; the counts stand in the JSON answer only.</summary>
internal static class OverdueCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfMember(
        "overdue",
        "items",
        CsvColumn.Text("kind"),
        CsvColumn.Text("number"),
        CsvColumn.Text("category"),
        CsvColumn.Value("priority"),
        CsvColumn.Text("status"),
        CsvColumn.Text("station"),
        CsvColumn.Text("stage"),
        CsvColumn.Text("unitId"),
        CsvColumn.Time("since"),
        CsvColumn.Value("lateSeconds"),
        CsvColumn.Text("level"),
        CsvColumn.Text("takenBy"),
        CsvColumn.Time("takenAt"),
        CsvColumn.Value("exercise"),
        CsvColumn.Text("incidentId"),
        CsvColumn.Text("callId"),
        CsvColumn.Text("stream"));
}
