using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>
/// <c>against</c>: this build and another one in turn, in one run. Both clusters stand all the time, each with a PostgreSQL of its own; the
/// loads go to one and then to the other in short slices. So a machine that grows slower or faster meanwhile does so for both, and the
/// median of the ratios of neighbouring slices says what the build itself does.
/// </summary>
internal static class AgainstCommand
{
    private const int Clients = 16;
    private static readonly int[] s_notes = [64, 256];

    public static Command Make()
    {
        var other = new Argument<string>("checkout")
        {
            Description = "The root of the other checkout, for example of a git worktree, with its Silo and Gateway built in Release.",
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each slice takes, 1 to 60.",
            DefaultValueFactory = _ => 3,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many pairs of slices for each load, 3 to 99.",
            DefaultValueFactory = _ => 15,
        };
        var warmUp = new Option<int>("--warm-up")
        {
            Description = "Seconds of each load for each build before anything counts, 0 to 600.",
            DefaultValueFactory = _ => 15,
        };
        var reads = new Option<bool>("--reads") { Description = "Reads of an incident and of lists, instead of commands." };
        var command = new Command("against", "This build and another one in turn: notes and whole incidents over HTTP, or reads.")
        {
            other, seconds, rounds, warmUp, reads,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            ServerBuild.Of(Path.GetFullPath(parsed.GetValue(other)!)),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 60)),
            Math.Clamp(parsed.GetValue(rounds), 3, 99),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 600)),
            parsed.GetValue(reads) ? ReadsAsync : LoadsAsync,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ServerBuild other,
        TimeSpan slice,
        int rounds,
        TimeSpan warmUp,
        Func<Place, CancellationToken, Task<List<Func<TimeSpan, Task<Measured>>>>> make,
        CancellationToken cancellation)
    {
        if (!File.Exists(other.Silo) || !File.Exists(other.Gateway))
        {
            Console.Error.WriteLine($"{other.Name} has no Release build: dotnet build -c Release in its Silo and its Gateway.");
            return 2;
        }

        await using var arena = await Arena.StartAsync();
        await using var otherArena = await Arena.StartAsync();
        await using var own = await Place.ClusterAsync(arena, silos: 1, gateways: 1);
        await using var theirs = await Place.ClusterAsync(otherArena, silos: 1, gateways: 1, other);
        var loads = await make(own, cancellation);
        var otherLoads = await make(theirs, cancellation);
        foreach (var load in loads.Concat(otherLoads))
            await load(warmUp);

        var pairs = new List<(Measured Own, Measured Other)>();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < loads.Count; i++)
            {
                // Each of them goes first every other time.
                var first = round % 2 == 0 ? await loads[i](slice) : null;
                var second = await otherLoads[i](slice);
                pairs.Add((first ?? await loads[i](slice), second));
            }
        }

        Print(pairs, rounds, other.Name, arena.Version);
        return 0;
    }

    private static async Task<List<Func<TimeSpan, Task<Measured>>>> LoadsAsync(Place place, CancellationToken cancellation)
    {
        var desk = new Desk(place);
        var loads = new List<Func<TimeSpan, Task<Measured>>>();
        foreach (var workers in s_notes)
        {
            var act = await desk.NotesAsync(workers, cancellation);
            loads.Add(time => Measured.ClosedAsync(place, $"a note, {workers} in flight", workers, time, act, cancellation));
        }

        var cycle = await desk.CyclesAsync(Clients, cancellation);
        loads.Add(time => Measured.ClosedAsync(
            place, $"whole incidents, {Clients} clients", Clients, time, cycle, cancellation, Desk.CommandsOfACycle));
        return loads;
    }

    private static async Task<List<Func<TimeSpan, Task<Measured>>>> ReadsAsync(Place place, CancellationToken cancellation)
    {
        var desk = new Desk(place);
        await desk.IncidentsAsync(200, cancellation);
        (string Name, Func<string, string> Path)[] reads =
        [
            ("an incident", id => $"/api/v1/incidents/{id}"),
            ("the trail of an incident", id => $"/api/v1/incidents/{id}/trail"),
            ("a list of 50 incidents", _ => "/api/v1/incidents?limit=50"),
        ];
        var loads = new List<Func<TimeSpan, Task<Measured>>>();
        foreach (var (name, path) in reads)
        {
            var ask = await desk.AskAsync(Clients, path, cancellation);
            loads.Add(time => Measured.ClosedAsync(place, $"read of {name}, {Clients} in flight", Clients, time, ask, cancellation));
        }

        return loads;
    }

    private static void Print(List<(Measured Own, Measured Other)> pairs, int rounds, string other, string database)
    {
        var machine = Machine.This();
        Console.WriteLine($"""

            {DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {machine.Processors} cores ({machine.Processor}), {machine.Runtime}, {database}
            This build divided by {other}: the median of the ratios of {rounds} pairs of slices, and the two quartiles.

            | load | commands/s | processor time | of the gateway | of the silo | of PostgreSQL | allocated bytes |
            |---|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var load in pairs.GroupBy(p => p.Own.Name))
        {
            Console.WriteLine($"| {load.Key} | {Ratio(load, m => m.Score.CommandsPerSecond)} "
                + $"| {Ratio(load, m => Micros(m.Cost!.Gateways + m.Cost.Silos + m.Cost.Postgres, m))} "
                + $"| {Ratio(load, m => Micros(m.Cost!.Gateways, m))} | {Ratio(load, m => Micros(m.Cost!.Silos, m))} "
                + $"| {Ratio(load, m => Micros(m.Cost!.Postgres, m))} "
                + $"| {Ratio(load, m => (m.Cost!.GatewayBytes + m.Cost.SiloBytes) / m.Commands)} |");
        }
    }

    private static string Ratio(IEnumerable<(Measured Own, Measured Other)> pairs, Func<Measured, double> of)
    {
        var sorted = pairs.Select(p => of(p.Own) / of(p.Other)).Order().ToList();
        return $"**{sorted[sorted.Count / 2]:F3}** ({sorted[sorted.Count / 4]:F2} to {sorted[3 * sorted.Count / 4]:F2})";
    }

    private static double Micros(TimeSpan time, Measured of) => time.TotalMicroseconds / of.Commands;
}
