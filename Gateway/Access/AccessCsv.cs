using Tocsin.Csv;

namespace Tocsin.Access;

/// <summary>The access log as a table: one item a row.</summary>
internal static class AccessCsv
{
    /// <summary>The table.</summary>
    public static CsvTable Table { get; } = CsvTable.OfItems(
        "access",
        CsvColumn.Time("at"),
        CsvColumn.Text("subject"),
        CsvColumn.Text("role"),
        CsvColumn.Text("from"),
        CsvColumn.Text("thing"),
        CsvColumn.Text("what"),
        CsvColumn.List("shown", "shown"),
        CsvColumn.Value("allowed"),
        CsvColumn.Text("query"),
        CsvColumn.Value("times"));
}
