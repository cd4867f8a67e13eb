using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>
/// What the runtime of another process said of itself: a sample of each managed stack every millisecond, and each tick of allocation (about
/// 100 kB).
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Threads">Processor time of each sort of thread meanwhile.</param>
internal sealed record Recording(string Path, TimeSpan Time, IReadOnlyList<ThreadGroup> Threads) : IDisposable
{
    private const int BufferMegabytes = 256;

    public static async Task<Recording> TakeAsync(int pid, TimeSpan time, CancellationToken cancellation)
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("tocsin-hot-").FullName, "hot.nettrace");
        EventPipeProvider[] providers =
        [
            new("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational),
            new("Microsoft-Windows-DotNETRuntime", EventLevel.Verbose, (long)ClrTraceEventParser.Keywords.GC),
        ];
        using var session = await new DiagnosticsClient(pid)
            .StartEventPipeSessionAsync(providers, requestRundown: true, BufferMegabytes, cancellation);
        await using var file = File.Create(path);
        var copying = session.EventStream.CopyToAsync(file, cancellation);
        var (before, clock) = (ThreadGroup.Take(pid), System.Diagnostics.Stopwatch.StartNew());
        await Task.Delay(time, cancellation);
        var (after, elapsed) = (ThreadGroup.Take(pid), clock.Elapsed);
        await session.StopAsync(cancellation);
        await copying;
        return new Recording(path, elapsed, ThreadGroup.Between(before, after));
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
