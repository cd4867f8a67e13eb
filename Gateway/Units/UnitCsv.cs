using Tocsin.Csv;

namespace Tocsin.Units;

/// <summary>Units as a table: one a row.</summary>
internal static class UnitCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfItems(
        "units",
        CsvColumn.Text("id"),
        CsvColumn.Text("callSign"),
        CsvColumn.Text("kind"),
        CsvColumn.Text("station"),
        CsvColumn.List("capabilities", "capabilities"),
        CsvColumn.List("crew", "crew"),
        CsvColumn.Text("status"),
        CsvColumn.Text("outOfService"),
        CsvColumn.Text("incidentId"),
        CsvColumn.Value("position.lat"),
        CsvColumn.Value("position.lon"),
        CsvColumn.Time("position.at"),
        CsvColumn.Value("position.speed"),
        CsvColumn.Value("position.heading"));
}
