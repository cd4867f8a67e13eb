using CsvHelper;

namespace Tocsin.Tests.Load.Replay.Printing;

/// <summary>Writes what was not carried as CSV, one thing a row.</summary>
public static class NotCarriedFile
{
    /// <summary>Writes <paramref name="list"/> to <paramref name="path"/>, over what is there.</summary>
    public static void Write(string path, IEnumerable<NotCarried> list)
    {
        using var text = new StreamWriter(path);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: false);
        Record(csv, "line", "incident", "unit", "field", "value", "code", "detail");
        foreach (var n in list)
        {
            Record(
                csv,
                n.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
                n.Incident,
                n.Unit,
                n.Field,
                n.Value,
                n.Code,
                n.Detail);
        }
    }

    private static void Record(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.EndRecord();
    }
}
