using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>The result as people read it: absolute figures are this machine's, the ratios are the point.</summary>
internal static class MeasuredTable
{
    /// <summary>Prints it.</summary>
    /// <param name="rows">In their order.</param>
    /// <param name="baseline">The row that others are compared with, by the beginning of its name.</param>
    /// <param name="database">Its version.</param>
    public static void Print(IReadOnlyList<Measured> rows, string baseline, string database)
    {
        var machine = Machine.This();
        var one = rows.FirstOrDefault(r => r.Name.StartsWith(baseline, StringComparison.Ordinal))?.Score.CommandsPerSecond ?? double.NaN;
        Console.WriteLine($"""

            {DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {machine.Processors} cores ({machine.Processor}), {machine.Runtime}, {database}, load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}
            Processor time in microseconds and allocations in bytes, for each command; "load" is this program.

            | load | commands/s | p50 ms | p99 ms | x {baseline} | load µs | gateway µs | silo µs | PostgreSQL µs | gateway bytes | silo bytes | a sync | not done |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var row in rows)
            Console.WriteLine($"| {row.Name} | {row.Score.CommandsPerSecond:N0} | {Ms(row.Score.P50)} | {Ms(row.Score.P99)} | {row.Score.CommandsPerSecond / one:F2} | {Cost(row)} |");
    }

    private static string Ms(double value) => double.IsNaN(value) ? "" : $"{value:N1}";

    private static string Cost(Measured row)
    {
        if (row.Cost is not { } cost)
            return "| | | | | | |";
        return $"{Micros(cost.Load)} | {Micros(cost.Gateways)} | {Micros(cost.Silos)} | {Micros(cost.Postgres)} | {cost.GatewayBytes / row.Commands:N0} | {cost.SiloBytes / row.Commands:N0} | {(cost.Syncs > 0 ? $"{row.Commands / (double)cost.Syncs:N1}" : "")} | {cost.NotDone:N0}";

        string Micros(TimeSpan time) => $"{time.TotalMicroseconds / row.Commands:N0}";
    }
}
