namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>The result as people read it: absolute figures are this machine's, the ratios are the point.</summary>
internal static class ScoreTable
{
    public static void Print(Arena arena, IReadOnlyList<(string Name, Score Score)> rows)
    {
        var pgbench = rows.FirstOrDefault(r => r.Name.StartsWith("pgbench", StringComparison.Ordinal)).Score;
        Console.WriteLine($"{Machine()}, {arena.Version}");
        Console.WriteLine();
        Console.WriteLine($"| {"contender",-48} | {"commands/s",10} | {"events/s",10} | "
            + $"{"p50 ms",8} | {"p99 ms",8} | {"x stock",8} | {"x pgbench",9} | |");
        Console.WriteLine($"|{new string('-', 50)}|{new string('-', 11)}:|{new string('-', 11)}:|{new string('-', 9)}:|"
            + $"{new string('-', 9)}:|{new string('-', 9)}:|{new string('-', 10)}:|---|");
        foreach (var (name, score) in rows)
        {
            var stock = rows.FirstOrDefault(r =>
                r.Name.StartsWith("stock", StringComparison.Ordinal) && r.Name.EndsWith(InFlight(name), StringComparison.Ordinal)).Score;
            var ofStock = stock is null ? "" : $"{score.CommandsPerSecond / stock.CommandsPerSecond:F2}";
            var ofPgBench = pgbench is null ? "" : $"{score.CommandsPerSecond / pgbench.CommandsPerSecond:F2}";
            Console.WriteLine(
                $"| {name,-48} | {score.CommandsPerSecond,10:N0} | {score.EventsPerSecond,10:N0} | {score.P50,8:F1} | {score.P99,8:F1} "
                    + $"| {ofStock,8} | {ofPgBench,9} | {score.Note} |");
        }
    }

    /// <summary>When and on what: absolute figures mean nothing without.</summary>
    public static string Machine() =>
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {Environment.ProcessorCount} cores ({Processor()}), load {Load()}";

    private static string InFlight(string name) => name[(name.LastIndexOf(',') + 1)..];

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? "?"
        : "?";
}
