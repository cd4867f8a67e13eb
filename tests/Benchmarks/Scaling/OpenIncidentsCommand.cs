using System.CommandLine;
using System.Diagnostics;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.Whole;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>
/// <c>open-incidents</c>: the embedded process with many open incidents: memory for each, with their grains active and with none; commands
/// beside them; the board; and how long it takes after a restart. Grains are collected after a quarter of an hour of rest; a process that
/// was just started has none yet either.
/// </summary>
internal static class OpenIncidentsCommand
{
    private const int Workers = 64;

    public static Command Make()
    {
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long notes are written at each number, 1 to 600.",
            DefaultValueFactory = _ => 10,
        };
        var incidents = new Option<int[]>("--incidents")
        {
            Description = "How many are open, in rising order, each 64 to 200,000.",
            DefaultValueFactory = _ => [1_000, 10_000, 100_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "open-incidents",
            "Memory, commands, the board and a restart of the embedded process by the number of open incidents.") { seconds, incidents };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            [.. parsed.GetValue(incidents)!.Select(n => Math.Clamp(n, 64, 200_000)).Order()],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan time, int[] sizes, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-open-").FullName;
        try
        {
            var rows = new List<OpenIncidents>();
            await using var place = await Place.EmbeddedAsync(folder);
            var process = place.Gateways[0];
            var desk = new Desk(place);

            // Warm first, so that what every process holds anyway is not counted for the incidents.
            await InFlight.RunAsync(Workers, time, await desk.NotesAsync(Workers, cancellation), cancellation);
            await place.BoardAsync(cancellation);
            var active = await Heap.AfterCollectionsAsync(process, cancellation);
            await place.RestartAsync(cancellation);
            var idle = await Heap.AfterCollectionsAsync(process, cancellation);
            foreach (var count in sizes)
            {
                var clock = Stopwatch.StartNew();
                await desk.IncidentsAsync(count, cancellation);
                var made = clock.Elapsed;

                // Those from before the last restart have no grains yet.
                await desk.TouchAsync(cancellation);
                var withGrains = await Heap.AfterCollectionsAsync(process, cancellation);
                var note = await desk.NotesAsync(Workers, cancellation);
                var notes = await Measured.ClosedAsync(
                    place, $"{count:N0} open incidents: a note, {Workers} in flight", Workers, time, note, cancellation);
                var board = await place.BoardAsync(cancellation);
                var restart = await place.RestartAsync(cancellation);
                var without = await Heap.AfterCollectionsAsync(process, cancellation);
                rows.Add(new OpenIncidents(count, made, withGrains, without, notes, board, restart));
            }

            Print(rows, active, idle);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(List<OpenIncidents> rows, Heap active, Heap idle)
    {
        var machine = Machine.This();
        var place = $"embedded (SQLite), load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";
        var heaps = $"{active.Managed / 1e6:N1} MB of heap with their grains, {idle.Managed / 1e6:N1} MB without (just restarted)";
        const string head = "| open | made in s | heap MB, grains active | kB each | heap MB, grains idle | kB each "
            + "| resident MB, active / idle | notes/s | p99 ms | board MB | board ms | ready after s | board after s |";
        Console.WriteLine($"""

            {DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {machine.Processors} cores ({machine.Processor}), {machine.Runtime}, {place}
            With {Workers} incidents: {heaps}, {idle.Resident / 1e6:N0} MB resident. "kB each" is above these.

            {head}
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"| {row.Count:N0} | {row.Making.TotalSeconds:N1} | {row.Active.Managed / 1e6:N1} | {Each(row, row.Active, active)} "
                    + $"| {row.Idle.Managed / 1e6:N1} | {Each(row, row.Idle, idle)} "
                    + $"| {row.Active.Resident / 1e6:N0} / {row.Idle.Resident / 1e6:N0} "
                    + $"| {row.Notes.Score.CommandsPerSecond:N0} | {row.Notes.Score.P99:N1} "
                    + $"| {row.Board.Bytes / 1e6:N2} | {row.Board.Took.TotalMilliseconds:N0} "
                    + $"| {row.Restart.Ready.TotalSeconds:N2} | {row.Restart.Board.TotalSeconds:N2} |");
        }

        MeasuredTable.Print([.. rows.Select(r => r.Notes)], $"{rows[0].Count:N0} open", "SQLite");
    }

    private static string Each(OpenIncidents row, Heap heap, Heap empty) =>
        $"{(heap.Managed - empty.Managed) / 1e3 / Math.Max(1, row.Count - Workers):N2}";
}
