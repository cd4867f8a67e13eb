using Tocsin.Csv;

namespace Tocsin.Calls;

/// <summary>Calls as a table: one a row.</summary>
internal static class CallCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfItems(
        "calls",
        CsvColumn.Text("id"),
        CsvColumn.Text("status"),
        CsvColumn.Text("callerNumber"),
        CsvColumn.Text("line"),
        CsvColumn.Time("ringingAt"),
        CsvColumn.Time("answeredAt"),
        CsvColumn.Time("endedAt"),
        CsvColumn.Text("location.address"),
        CsvColumn.Value("location.lat"),
        CsvColumn.Value("location.lon"),
        CsvColumn.Text("narrative"),
        CsvColumn.Text("incidentId"),
        CsvColumn.Text("disposition.kind"),
        CsvColumn.Time("disposition.at"),
        CsvColumn.Text("disposition.note"));
}
