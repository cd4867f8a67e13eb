using Tocsin.Csv;

namespace Tocsin.Incidents;

/// <summary>Incidents as a table: one a row.</summary>
internal static class IncidentCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfItems(
        "incidents",
        CsvColumn.Text("number"),
        CsvColumn.Text("status"),
        CsvColumn.Text("category"),
        CsvColumn.Value("priority"),
        CsvColumn.Text("location.address"),
        CsvColumn.Value("location.lat"),
        CsvColumn.Value("location.lon"),
        CsvColumn.Text("narrative"),
        CsvColumn.Text("station"),
        CsvColumn.Text("areaClass"),
        CsvColumn.Time("receivedAt"),
        CsvColumn.Time("unattendedSince"),
        CsvColumn.Time("closedAt"),
        CsvColumn.Text("disposition"),
        CsvColumn.Value("valid"),
        CsvColumn.List("units", "assignments", "unitId"),
        CsvColumn.Value("callCount"),
        CsvColumn.List("callerNumbers", "calls", "callerNumber"),
        CsvColumn.List("outcomes", "feedback", "outcome"),
        CsvColumn.Text("reference.system"),
        CsvColumn.Text("reference.number"),
        CsvColumn.Value("exercise"),
        CsvColumn.Value("historic"),
        CsvColumn.Text("policy"),
        CsvColumn.Text("id"));
}
