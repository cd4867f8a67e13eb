using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>
/// <c>journal-size</c>: what grows with the journal. For each size a PostgreSQL of its own is filled, a silo and a gateway are started on
/// it, and asked.
/// </summary>
internal static class JournalSizeCommand
{
    public static Command Make()
    {
        var sizes = new Option<string>("--sizes")
        {
            Description = "How many events, with commas, smallest first; ratios are to the first.",
            DefaultValueFactory = _ => "100000,1000000",
        };
        var open = new Option<int>("--open") { Description = "Incidents that are open at the end.", DefaultValueFactory = _ => 300 };
        var units = new Option<int>("--units") { Description = "Units, all on duty.", DefaultValueFactory = _ => 300 };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long commands are measured, 1 to 600.",
            DefaultValueFactory = _ => 10,
        };
        var only = new Option<string>("--only")
        {
            Description = "start: only the start and the board; all: everything.",
            DefaultValueFactory = _ => "all",
        };
        var command = new Command(
            "journal-size", "Start, activation, appends, reads, reports and audit on journals of several sizes, side by side.")
        {
            sizes, open, units, seconds, only,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            [.. parsed.GetValue(sizes)!.Split(',').Select(long.Parse)],
            new SizeOptions(
                Math.Clamp(parsed.GetValue(open), 0, 1_000_000),
                Math.Clamp(parsed.GetValue(units), 10, 100_000),
                TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
                parsed.GetValue(only) == "start"),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(long[] sizes, SizeOptions options, CancellationToken cancellation)
    {
        var columns = new List<SizeColumn>();
        foreach (var size in sizes)
        {
            // Whole and new for each size, so that nothing of the one before is in its memory or on the disk.
            await using var arena = await Arena.StartAsync();
            var column = new SizeColumn(size);
            await new SizeMeasuring(arena, options, column).RunAsync(cancellation);
            columns.Add(column);
        }

        SizeTable.Print(columns, options);
        return 0;
    }
}
