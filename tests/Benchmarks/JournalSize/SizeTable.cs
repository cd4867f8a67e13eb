using Tocsin.Tests.Benchmarks.Journal;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>The sizes side by side; the ratios to the smallest are the point.</summary>
internal static class SizeTable
{
    private const int NameWidth = 58;

    public static void Print(IReadOnlyList<SizeColumn> columns, SizeOptions options)
    {
        Console.WriteLine($"{ScoreTable.Machine()}; {options.Open:N0} open, {options.Units:N0} units");
        Console.WriteLine();
        Console.WriteLine(
            $"| {"",-NameWidth} |{string.Concat(columns.Select((c, i) => $" {c.Asked,12:N0} |{(i == 0 ? "" : $" {"x",7} |")}"))}");
        Console.WriteLine($"|{new string('-', NameWidth + 2)}|"
            + $"{string.Concat(columns.Select((_, i) => $"{new string('-', 13)}:|{(i == 0 ? "" : $"{new string('-', 8)}:|")}"))}");
        foreach (var (name, first) in columns[0].Figures)
        {
            var cells = columns.Select((column, i) =>
            {
                var value = column.Figures.First(f => f.Name == name).Value;
                return $" {value,12:N1} |{(i == 0 ? "" : $" {value / first,7:N2} |")}";
            });
            Console.WriteLine($"| {name,-NameWidth} |{string.Concat(cells)}");
        }
    }
}
