using System.CommandLine;
using System.Diagnostics;
using Tocsin.Tests.Benchmarks.Whole;

namespace Tocsin.Tests.Benchmarks.Positions;

/// <summary>
/// <c>positions</c>: what a row of <c>POST /positions</c> costs, through a gateway and a silo in this process. It asks nothing of the
/// program but HTTP, so that the same command in two builds compares them.
/// </summary>
internal static class PositionsCommand
{
    private const int Rounds = 15;
    private const int WarmUps = 5;

    public static Command Make()
    {
        var rows = new Option<int>("--rows")
        {
            Description = "How many positions a round has, in batches of 1,000: 1,000 to 1,000,000.",
            DefaultValueFactory = _ => 10_000,
        };
        var bad = new Option<double>("--bad")
        {
            Description = "The share of rows that are bad, 0 to 0.5.",
            DefaultValueFactory = _ => 0.05,
        };
        var plain = new Option<bool>("--plain")
        {
            Description = "Bad rows only of the two codes that every build refuses row by row.",
        };
        var command = new Command("positions", "What a row of positions costs: processor time and bytes.") { rows, bad, plain };
        command.SetAction(async (parsed, cancellation) =>
        {
            var count = Math.Clamp(parsed.GetValue(rows), PositionRows.BatchRows, 1_000_000) / PositionRows.BatchRows;
            var positions = new PositionRows(count, Math.Clamp(parsed.GetValue(bad), 0, 0.5), parsed.GetValue(plain));
            await OneProcess.RunAsync((connection, tokens) => MeasureAsync(connection, tokens, positions), cancellation);
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(WireConnection connection, Whole.Tokens tokens, PositionRows rows)
    {
        foreach (var unit in rows.Units)
        {
            await connection.DoneAsync(WireRequest.Put(
                $"/api/v1/units/{unit}", tokens.Admin, $$"""{"callSign": "{{unit}}", "kind": "patrol"}"""));
        }

        var (cpu, bytes) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var requests = rows.Batches().Select(body => WireRequest.Post("/api/v1/positions", tokens.Feeder, body)).ToList();
            var (tookBefore, bytesBefore) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            foreach (var request in requests)
                await connection.DoneAsync(request);
            if (round < WarmUps)
                continue;
            cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - tookBefore).TotalMicroseconds / rows.Count);
            bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - bytesBefore) / (double)rows.Count);
        }

        cpu.Sort();
        bytes.Sort();
        Console.WriteLine($"{rows.Count:N0} positions in batches of {PositionRows.BatchRows:N0}, {rows.BadInBatch} bad rows in each");
        Console.WriteLine($"  processor time a row  median {cpu[Rounds / 2],8:N2} us  least {cpu[0],8:N2} us");
        Console.WriteLine($"  bytes a row           median {bytes[Rounds / 2],8:N0}     least {bytes[0],8:N0}");
    }
}
