using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.Whole;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>
/// <c>units</c>: commands, recommendations and response plans over HTTP while more and more units with positions are on duty.
/// </summary>
internal static class UnitsCommand
{
    private const int Askers = 4;

    public static Command Make()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each load runs, 1 to 600.", DefaultValueFactory = _ => 10 };
        var warmUp = new Option<int>("--warm-up")
        {
            Description = "Seconds of notes before anything counts, 0 to 600.",
            DefaultValueFactory = _ => 20,
        };
        var units = new Option<int[]>("--units")
        {
            Description = "How many are on duty, in rising order, each 16 to 20,000.",
            DefaultValueFactory = _ => [100, 1_000, 10_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("units", "Commands, recommendations and response plans over HTTP by the number of units on duty.")
        {
            seconds,
            warmUp,
            units,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 600)),
            [.. parsed.GetValue(units)!.Select(n => Math.Clamp(n, 16, 20_000)).Order()],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan time, TimeSpan warmUp, int[] sizes, CancellationToken cancellation)
    {
        await using var arena = await Arena.StartAsync();
        await using var place = await Place.ClusterAsync(arena, silos: 1, gateways: 1);
        var desk = new Desk(place);
        await InFlight.RunAsync(64, warmUp, await desk.NotesAsync(64, cancellation), cancellation);
        var rows = new List<Measured>();
        foreach (var count in sizes)
        {
            await desk.UnitsAsync(count, cancellation);
            await desk.PositionsAsync(cancellation);
            var name = $"{count:N0} units";
            var recommend = await desk.AskAsync(Askers, id => $"/api/v1/incidents/{id}/recommendations?count=5", cancellation);
            var plan = await desk.AskAsync(Askers, id => $"/api/v1/incidents/{id}/response-plan", cancellation);
            rows.Add(await Measured.ClosedAsync(
                place, $"{name}: a note, 64 in flight", 64, time, await desk.NotesAsync(64, cancellation), cancellation));
            rows.Add(await Measured.ClosedAsync(
                place,
                $"{name}: whole incidents, 16 clients",
                16,
                time,
                await desk.CyclesAsync(16, cancellation),
                cancellation,
                Desk.CommandsOfACycle));
            rows.Add(await Measured.ClosedAsync(place, $"{name}: recommendations, one asks", 1, time, recommend, cancellation));
            rows.Add(await Measured.ClosedAsync(place, $"{name}: recommendations, {Askers} ask", Askers, time, recommend, cancellation));
            rows.Add(await Measured.ClosedAsync(place, $"{name}: response plans, one asks", 1, time, plan, cancellation));
            rows.Add(await Measured.ClosedAsync(place, $"{name}: response plans, {Askers} ask", Askers, time, plan, cancellation));
        }

        MeasuredTable.Print(rows, $"{sizes[0]:N0} units", arena.Version);
        return 0;
    }
}
