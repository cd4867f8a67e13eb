using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>The result as people read it: absolute figures are this machine's, the ratios are the point.</summary>
internal static class MeasuredTable
{
    /// <summary>Prints it.</summary>
    /// <param name="rows">In their order.</param>
    /// <param name="baseline">What others are compared with: the beginning of the names of its rows.</param>
    /// <param name="database">Its version.</param>
    public static void Print(IReadOnlyList<Measured> rows, string baseline, string database)
    {
        var machine = Machine.This();
        var baselines = rows.Where(r => r.Name.StartsWith(baseline, StringComparison.Ordinal)).ToList();
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        const string costs = "load µs | gateway µs | silo µs | PostgreSQL µs | gateway bytes | silo bytes | a sync | not done";
        var cores = $"{machine.Processors} cores ({machine.Processor})";
        Console.WriteLine($"""

            {DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {cores}, {machine.Runtime}, {database}, load average {load}
            Processor time in microseconds and allocations in bytes, for each command; "load" is this program.

            | load | commands/s | p50 ms | p99 ms | x {baseline} | {costs} |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Name} | {row.Score.CommandsPerSecond:N0} | {Ms(row.Score.P50)} | "
                + $"{Ms(row.Score.P99)} | {row.Score.CommandsPerSecond / Beside(row):F2} | {Cost(row)} |");
        }

        // The same load where there is one of it, else the one that all are compared with.
        double Beside(Measured row) =>
            (baselines.FirstOrDefault(b => LoadOf(b) == LoadOf(row)) ?? baselines.FirstOrDefault())?.Score.CommandsPerSecond ?? double.NaN;
    }

    // "2 silos, 1 gateways: a note, 64 in flight": the size, then the load.
    private static string LoadOf(Measured row) => row.Name[(row.Name.IndexOf(": ", StringComparison.Ordinal) + 1)..];

    private static string Ms(double value) => double.IsNaN(value) ? "" : $"{value:N1}";

    private static string Cost(Measured row)
    {
        if (row.Cost is not { } cost)
            return "| | | | | | |";
        return $"{Micros(cost.Load)} | {Micros(cost.Gateways)} | {Micros(cost.Silos)} | {Micros(cost.Postgres)} | "
            + $"{cost.GatewayBytes / row.Commands:N0} | {cost.SiloBytes / row.Commands:N0} | "
            + $"{(cost.Syncs > 0 ? $"{row.Commands / (double)cost.Syncs:N1}" : "")} | {cost.NotDone:N0}";

        string Micros(TimeSpan time) => $"{time.TotalMicroseconds / row.Commands:N0}";
    }
}
