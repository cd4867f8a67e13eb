using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary><c>whole</c>: the whole way over HTTP, beside pgbench and an empty endpoint, in the same rounds on the same cores.</summary>
internal static class WholeCommand
{
    private const int OpenConnections = 512;
    private const int PgBenchClients = 64;

    // It counts from before its clients have connected, which takes a while where everybody is busy.
    private static readonly TimeSpan PgBenchLeast = TimeSpan.FromSeconds(5);

    public static Command Make()
    {
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each load runs in each round, 1 to 600.",
            DefaultValueFactory = _ => 10,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many rounds; the median counts, 1 to 99.",
            DefaultValueFactory = _ => 3,
        };
        var warmUp = new Option<int>("--warm-up")
        {
            Description = "Seconds of notes before anything counts, 0 to 600.",
            DefaultValueFactory = _ => 20,
        };
        var notes = new Option<int[]>("--notes")
        {
            Description = "Notes in flight, each 1 to 1,024.",
            DefaultValueFactory = _ => [16, 64, 256, 512],
            AllowMultipleArgumentsPerToken = true,
        };
        var assignments = new Option<int>("--assignments")
        {
            Description = "Assignments in each round, 64 to 20,000; as many units are on duty.",
            DefaultValueFactory = _ => 4_000,
        };
        var clients = new Option<int[]>("--clients")
        {
            Description = "Clients that lead incidents from beginning to end, each 1 to 1,024.",
            DefaultValueFactory = _ => [4, 16, 64],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "whole",
            "Notes, assignments and whole incidents over HTTP, beside pgbench and an empty endpoint; then at 25, 50 and 75 % of the "
                + "capacity found.") { seconds, rounds, warmUp, notes, assignments, clients };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            Math.Clamp(parsed.GetValue(rounds), 1, 99),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 600)),
            [.. parsed.GetValue(notes)!.Select(n => Math.Clamp(n, 1, 1_024))],
            Math.Clamp(parsed.GetValue(assignments), 64, 20_000),
            [.. parsed.GetValue(clients)!.Select(n => Math.Clamp(n, 1, 1_024))],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        TimeSpan time, int rounds, TimeSpan warmUp, int[] notes, int assignments, int[] clients, CancellationToken cancellation)
    {
        await using var arena = await Arena.StartAsync();
        var pgbench = await PgBenchContender.PrepareAsync(arena);
        await using var place = await Place.ClusterAsync(arena, silos: 1, gateways: 1);
        await using var bare = await BareContender.StartAsync();
        var desk = new Desk(place);
        await InFlight.RunAsync(64, warmUp, await desk.NotesAsync(64, cancellation), cancellation);
        await InFlight.RunAsync(16, warmUp / 4, await desk.CyclesAsync(16, cancellation), cancellation);

        var runs = new List<Measured>();
        for (var round = 1; round <= rounds; round++)
        {
            await arena.SettleAsync();
            runs.Add(new Measured(
                $"pgbench, single-row update, {PgBenchClients} clients",
                await pgbench.RunAsync(PgBenchClients, time > PgBenchLeast ? time : PgBenchLeast)));
            runs.Add(await bare.RunAsync(64, time, cancellation));
            foreach (var workers in notes)
            {
                runs.Add(await Measured.ClosedAsync(
                    place,
                    $"a note over HTTP, {workers} in flight",
                    workers,
                    time,
                    await desk.NotesAsync(workers, cancellation),
                    cancellation));
            }

            runs.Add(await desk.AssignmentsAsync(64, assignments, cancellation));
            runs.Add(await desk.AssignmentsAsync(256, assignments, cancellation));
            foreach (var workers in clients)
            {
                runs.Add(await Measured.ClosedAsync(
                    place,
                    $"whole incidents of 6 commands, {workers} clients",
                    workers,
                    time,
                    await desk.CyclesAsync(workers, cancellation),
                    cancellation,
                    Desk.CommandsOfACycle));
            }
        }

        var rows = Medians(runs);
        var capacity = rows.Where(r => r.Name.StartsWith("a note", StringComparison.Ordinal)).Max(r => r.Score.CommandsPerSecond);
        var note = await desk.NotesAsync(OpenConnections, cancellation);
        foreach (var share in (double[])[0.25, 0.5, 0.75])
        {
            rows.Add(await Measured.RunAsync(
                place,
                $"notes, open loop, {share:P0} of {capacity:N0}/s",
                () => OpenLoop.RunAsync(share * capacity, OpenConnections, time * 2, note, cancellation)));
        }

        MeasuredTable.Print(rows, "pgbench", arena.Version);
        Console.WriteLine($"\nWhole incidents: p50 and p99 are of all {Desk.CommandsOfACycle} commands "
            + $"together, commands/s divided by {Desk.CommandsOfACycle} are incidents/s.");
        return 0;
    }

    private static List<Measured> Medians(List<Measured> runs) => [.. runs.GroupBy(r => r.Name).Select(Measured.MedianOf)];
}
