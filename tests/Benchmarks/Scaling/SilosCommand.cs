using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.Whole;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>
/// <c>silos</c>: what a further silo and a further gateway cost. All share this machine's cores, so more of them cannot be faster here.
/// </summary>
internal static class SilosCommand
{
    private const int Clients = 16;

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
            Description = "Seconds of each load before anything counts, for each server, 0 to 600.",
            DefaultValueFactory = _ => 10,
        };
        var silos = new Option<int[]>("--silos")
        {
            Description = "How many silos, each 1 to 5.",
            DefaultValueFactory = _ => [1, 2, 3],
            AllowMultipleArgumentsPerToken = true,
        };
        var gateways = new Option<int[]>("--gateways")
        {
            Description = "How many gateways, each 1 to 5.",
            DefaultValueFactory = _ => [1, 2],
            AllowMultipleArgumentsPerToken = true,
        };
        var inFlight = new Option<int>("--in-flight") { Description = "Notes in flight, 1 to 1,024.", DefaultValueFactory = _ => 256 };
        var command = new Command("silos", "Notes and whole incidents over HTTP with more silos and gateways on the same cores.")
        {
            seconds, rounds, warmUp, silos, gateways, inFlight,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            Math.Clamp(parsed.GetValue(rounds), 1, 99),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 600)),
            [.. parsed.GetValue(gateways)!.SelectMany(
                g => parsed.GetValue(silos)!.Select(s => (Math.Clamp(s, 1, 5), Math.Clamp(g, 1, 5))))],
            Math.Clamp(parsed.GetValue(inFlight), 1, 1_024),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        TimeSpan time, int rounds, TimeSpan warmUp, (int Silos, int Gateways)[] shapes, int inFlight, CancellationToken cancellation)
    {
        await using var arena = await Arena.StartAsync();
        var rows = new List<Measured>();
        foreach (var (silos, gateways) in shapes)
        {
            // One cluster at a time: what idles beside it would be measured, too.
            await using var place = await Place.ClusterAsync(arena, silos, gateways);
            var desk = new Desk(place);
            var note = await desk.NotesAsync(inFlight, cancellation);
            var cycle = await desk.CyclesAsync(Clients, cancellation);
            // Each server compiles for itself, all of them on the same cores.
            await InFlight.RunAsync(inFlight, (silos + gateways) * warmUp, note, cancellation);
            await InFlight.RunAsync(Clients, (silos + gateways) * warmUp, cycle, cancellation);
            var runs = new List<Measured>();
            for (var round = 1; round <= rounds; round++)
            {
                runs.Add(await Measured.ClosedAsync(
                    place, $"{silos} silos, {gateways} gateways: a note, {inFlight} in flight", inFlight, time, note, cancellation));
                runs.Add(await Measured.ClosedAsync(
                    place,
                    $"{silos} silos, {gateways} gateways: whole incidents, {Clients} clients",
                    Clients,
                    time,
                    cycle,
                    cancellation,
                    Desk.CommandsOfACycle));
            }

            rows.AddRange(runs.GroupBy(r => r.Name).Select(Measured.MedianOf));
        }

        MeasuredTable.Print(rows, $"{shapes[0].Silos} silos", arena.Version);
        return 0;
    }
}
