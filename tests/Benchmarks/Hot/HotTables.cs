namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>A recording as people read it.</summary>
internal static class HotTables
{
    private const int CallersDepth = 6;

    public static void Print(Recording recording, HotSpots spots, int top, string callers)
    {
        var cores = recording.Threads.Sum(t => (t.User + t.Kernel).TotalSeconds) / recording.Time.TotalSeconds;
        var share = cores / Math.Max(1, spots.Work.Total);
        var processor = $"{cores:N2} of {Environment.ProcessorCount} cores, watching included, by the kernel's account";
        var paused = $"everything stood still for {spots.PausedMs / recording.Time.TotalSeconds:N1} ms a second";
        Console.WriteLine($"""

            Processor: {processor}; the samples below share it out.
            Collections: {spots.Collections[0]} of generation 0, {spots.Collections[1]} of 1, {spots.Collections[2]} of 2; {paused}.
            Allocated: {spots.Allocations.Total / recording.Time.TotalSeconds / (1 << 20):N1} MiB/s.

            ## Threads

            | threads | user ms/s | kernel ms/s |
            |---|---:|---:|
            """);
        foreach (var thread in recording.Threads.Where(t => t.User + t.Kernel > TimeSpan.Zero))
        {
            Console.WriteLine($"| {thread.Name} | {thread.User.TotalMilliseconds / recording.Time.TotalSeconds:N1} "
                + $"| {thread.Kernel.TotalMilliseconds / recording.Time.TotalSeconds:N1} |");
        }

        Areas("Processor time by area", spots.Work, share * 1_000, "ms/s");
        Top("Methods, own processor time", spots.Work.OwnByMethod, spots.Work.Total, top);
        Top("Methods, with what they call", spots.Work.InclusiveByMethod, spots.Work.Total, top);
        Areas("Allocations by area", spots.Allocations, 1 / recording.Time.TotalSeconds / (1 << 10), "KiB/s");
        Top("Types allocated", spots.Types, spots.Allocations.Total, top);
        Top("Methods that allocate", spots.Allocations.OwnByMethod, spots.Allocations.Total, top);
        if (callers.Length > 0)
        {
            Top($"Callers of {callers}, processor time", spots.Work.Callers(callers, CallersDepth), spots.Work.Total, top);
            Top($"Callers of {callers}, allocations", spots.Allocations.Callers(callers, CallersDepth), spots.Allocations.Total, top);
        }

        Top("Left out: waited in", spots.Waits, spots.Waits.Values.Sum(), top / 3);
    }

    private static void Areas(string title, StackCounts counts, double scale, string unit)
    {
        Console.WriteLine($"\n## {title}\n\n| area | own | own {unit} | with what it calls |\n|---|---:|---:|---:|");
        foreach (var (area, own) in counts.OwnByArea.OrderByDescending(a => a.Value))
        {
            Console.WriteLine($"| {area} | {own / counts.Total:P1} | {own * scale:N1} | "
                + $"{counts.InclusiveByArea.GetValueOrDefault(area) / counts.Total:P1} |");
        }
    }

    private static void Top(string title, Dictionary<string, double> weights, double total, int top)
    {
        Console.WriteLine($"\n## {title}\n\n| share | |\n|---:|---|");
        foreach (var (name, weight) in weights.OrderByDescending(w => w.Value).Take(top))
            Console.WriteLine($"| {weight / Math.Max(1, total):P1} | {name} |");
    }
}
