using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing.Parsers;
using Tocsin.Tests.Benchmarks.Whole;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>What a process keeps in memory once everything that nobody needs is gone.</summary>
/// <param name="Managed">Bytes on the managed heaps after full collections.</param>
/// <param name="Resident">Bytes of memory that it holds then.</param>
internal readonly record struct Heap(double Managed, double Resident)
{
    // Finalizers free what the first one found; the third counts what they left.
    private const int Times = 3;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    /// <summary>Forces full collections from outside, as the runtime's diagnostics allow, and reads what the last of them left.</summary>
    public static async Task<Heap> AfterCollectionsAsync(ServerProcess process, CancellationToken cancellation)
    {
        var before = await FullAsync(process);
        for (var i = 0; i < Times; i++)
            await CollectAsync(process.Pid, cancellation);
        if (await FullAsync(process) < before + Times)
            throw new InvalidOperationException("The runtime did not collect when it was told to: the figure would say nothing.");
        var managed = await Meter.MetricAsync(process, "dotnet_gc_last_collection_heap_size_bytes");
        using var running = Process.GetProcessById(process.Pid);
        return new Heap(managed, running.WorkingSet64);
    }

    private static Task<double> FullAsync(ServerProcess process) => Meter.MetricAsync(process, "dotnet_gc_collections_total", "gen2");

    // A session with this keyword collects everything once as it begins.
    private static async Task CollectAsync(int pid, CancellationToken cancellation)
    {
        EventPipeProvider[] provider = [new(
            "Microsoft-Windows-DotNETRuntime",
            EventLevel.Informational,
            (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect))];
        using var session = await new DiagnosticsClient(pid)
            .StartEventPipeSessionAsync(provider, requestRundown: false, token: cancellation);
        var reading = session.EventStream.CopyToAsync(Stream.Null, cancellation);
        await Task.Delay(Apart, cancellation);
        await session.StopAsync(cancellation);
        await reading;
    }
}
