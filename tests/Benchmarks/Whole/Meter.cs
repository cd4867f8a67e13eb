using System.Diagnostics;
using System.Globalization;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>What the processes have used since they began: one reading before a load and one after say what it cost.</summary>
/// <param name="Load">Processor time of this process.</param>
/// <param name="Gateways">Of the gateways.</param>
/// <param name="Silos">Of the silos.</param>
/// <param name="Postgres">Of the database server with all its backends.</param>
/// <param name="GatewayBytes">Allocated by the gateways.</param>
/// <param name="SiloBytes">Allocated by the silos.</param>
/// <param name="Syncs">How often the database server flushed its log.</param>
/// <param name="NotDone">How many requests were answered with a no.</param>
internal sealed record Meter(
    TimeSpan Load, TimeSpan Gateways, TimeSpan Silos, TimeSpan Postgres, double GatewayBytes, double SiloBytes, long Syncs, long NotDone)
{
    private const int TicksPerSecond = 100;

    public static async Task<Meter> ReadAsync(Place place) => new(
        Process.GetCurrentProcess().TotalProcessorTime,
        Of(place.Gateways),
        Of(place.Silos),
        place.Arena is null ? TimeSpan.Zero : OfPostgres(place.Arena.Server.Pid),
        await AllocatedAsync(place.Gateways),
        await AllocatedAsync(place.Silos),
        place.Arena is null ? 0 : await place.Arena.SyncsAsync(),
        place.NotDone);

    public Meter Since(Meter before) => new(
        Load - before.Load, Gateways - before.Gateways, Silos - before.Silos, Postgres - before.Postgres,
        GatewayBytes - before.GatewayBytes, SiloBytes - before.SiloBytes, Syncs - before.Syncs, NotDone - before.NotDone);

    /// <summary>One metric of a process, all its series added up, or those that a label's text stands in.</summary>
    public static async Task<double> MetricAsync(ServerProcess process, string name, string label = "")
    {
        using var http = new HttpClient();
        var lines = (await http.GetStringAsync(new Uri(process.Url, "/metrics"))).Split('\n');
        return lines
            .Where(l =>
                l.StartsWith(name, StringComparison.Ordinal) && l[name.Length] is '{' or ' ' && l.Contains(label, StringComparison.Ordinal))
            .Sum(Value);
    }

    // name{labels} value [timestamp]
    private static double Value(string line) => double.Parse(
        line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => !char.IsDigit(w[0])).First(),
        CultureInfo.InvariantCulture);

    private static async Task<double> AllocatedAsync(List<ServerProcess> processes)
    {
        var sum = 0.0;
        foreach (var process in processes)
            sum += await MetricAsync(process, "dotnet_gc_heap_total_allocated_bytes_total");
        return sum;
    }

    private static TimeSpan Of(List<ServerProcess> processes) => processes.Aggregate(TimeSpan.Zero, (sum, p) =>
    {
        using var process = Process.GetProcessById(p.Pid);
        return sum + process.TotalProcessorTime;
    });

    // man 5 proc: 4 is the parent, 14 and 15 are the time used, 16 and 17 that of the children that have ended.
    private static TimeSpan OfPostgres(int postmaster)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..]
                    .Split(' ')
                    .Skip(1)
                    .Select(f => long.Parse(f, CultureInfo.InvariantCulture))
                    .Take(14)
                    .ToArray();
                if (Path.GetFileName(folder) == $"{postmaster}")
                    ticks += fields[10] + fields[11] + fields[12] + fields[13];
                else if (fields[0] == postmaster)
                    ticks += fields[10] + fields[11];
            }
            catch (IOException)
            {
                // It has ended meanwhile; the postmaster has its time.
            }
        }

        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }
}
