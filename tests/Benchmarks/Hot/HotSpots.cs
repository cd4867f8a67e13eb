using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.EventPipe;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>The counts of a recording: samples of stacks that were at work, and bytes allocated, by area, method and type.</summary>
internal sealed class HotSpots
{
    private readonly TraceLog _log;
    private readonly Dictionary<CallStackIndex, string[]> _stacks = [];
    private double _suspendedAt = double.NaN;

    private HotSpots(TraceLog log) => _log = log;

    /// <summary>Samples at work.</summary>
    public StackCounts Work { get; } = new();

    /// <summary>Samples that were left out, by the method that waited.</summary>
    public Dictionary<string, double> Waits { get; } = [];

    /// <summary>Bytes, by stack.</summary>
    public StackCounts Allocations { get; } = new();

    /// <summary>Bytes, by type.</summary>
    public Dictionary<string, double> Types { get; } = [];

    /// <summary>Collections, by generation.</summary>
    public int[] Collections { get; } = new int[3];

    /// <summary>How long everything stood still for collections and samples, milliseconds.</summary>
    public double PausedMs { get; private set; }

    public static HotSpots Read(string path)
    {
        using var log = new TraceLog(TraceLog.CreateFromEventPipeDataFile(path));
        var spots = new HotSpots(log);
        using var source = log.Events.GetSource();
        var samples = new SampleProfilerTraceEventParser(source);
        samples.ThreadSample += spots.Count;
        source.Clr.GCAllocationTick += spots.Count;
        source.Clr.GCStart += e => spots.Collections[Math.Min(e.Depth, 2)]++;
        source.Clr.GCSuspendEEStart += e =>
            spots._suspendedAt = e.Reason is GCSuspendEEReason.SuspendForGC or GCSuspendEEReason.SuspendForGCPrep
                ? e.TimeStampRelativeMSec
                : double.NaN;
        source.Clr.GCRestartEEStop += e =>
        {
            spots.PausedMs += double.IsNaN(spots._suspendedAt) ? 0 : e.TimeStampRelativeMSec - spots._suspendedAt;
            spots._suspendedAt = double.NaN;
        };
        source.Process();
        return spots;
    }

    private void Count(ClrThreadSampleTraceData sample)
    {
        var stack = Stack(sample);
        if (stack.Length == 0 || Waiting.Is(stack[0]))
            Waits[stack.FirstOrDefault("?")] = Waits.GetValueOrDefault(stack.FirstOrDefault("?")) + 1;
        else
            Work.Add(stack, 1);
    }

    private void Count(GCAllocationTickTraceData tick)
    {
        Allocations.Add(Stack(tick), tick.AllocationAmount64);
        var type = TypeName.Short(tick.TypeName);
        Types[type] = Types.GetValueOrDefault(type) + tick.AllocationAmount64;
    }

    // Innermost first.
    private string[] Stack(TraceEvent e)
    {
        var index = e.CallStackIndex();
        if (_stacks.TryGetValue(index, out var known))
            return known;
        var frames = new List<string>();
        for (var frame = _log.CallStacks[index]; frame is not null; frame = frame.Caller)
        {
            var method = frame.CodeAddress.FullMethodName;
            if (method.Length > 0)
                frames.Add(TypeName.Short(method));
        }

        return _stacks[index] = [.. frames];
    }
}
